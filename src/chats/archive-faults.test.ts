import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Archive } from "./archive";
import { readArchive, toRecords } from "./archive-read";
import { toArchived } from "./archive-write";
import { conversation, faultOf, fileOf, question, read } from "./test-archive";

describe("a file with something wrong", () => {
  const good = {
    chats: [
      toArchived(conversation("one", "First"), []),
      toArchived(conversation("two", "Second"), [question("a", null, 1), question("b", "a", 2)]),
    ],
  };
  const changed = (change: (archive: Archive) => void): string => {
    const archive = JSON.parse(fileOf(good));
    change(archive);
    return JSON.stringify(archive);
  };

  it("is told from a file of another kind and from one of a newer version [F57]", () => {
    expect(faultOf("PK\u0003\u0004")).toEqual({ kind: "other-file" });
    expect(faultOf('{"messages":[]}')).toEqual({ kind: "other-file" });
    expect(faultOf("")).toEqual({ kind: "other-file" });
    expect(faultOf(fileOf(good).replace('"version":2', '"version":3'))).toEqual({
      kind: "newer",
      version: 3,
    });
    expect(read(fileOf(good).replace('"version":2', '"version":1')).chats.length).toBe(2); // before calls
  });
  it("names the message and the field, and what stands there", () => {
    const text = fileOf(good).replace('"text":"text of b"', '"text":12');
    const place = { list: "chats", number: 2, title: "Second", message: 2, field: "text" };
    expect(faultOf(text)).toEqual({ kind: "field", place, expected: "string", received: "12" });
  });
  it("names the chat and the field", () => {
    const text = fileOf(good).replace('"title":"First"', '"title":null');
    const place = { list: "chats", number: 1, title: "", message: null, field: "title" };
    expect(faultOf(text)).toMatchObject({ kind: "field", place, received: "null" });
    expect(faultOf(fileOf(good).replace('"id":"one"', '"id":"../one"'))).toMatchObject({
      kind: "field",
      place: { number: 1, field: "id" },
    });
    expect(faultOf(fileOf(good).replace('"chats":[', '"chats":5,"x":['))).toMatchObject({
      place: { list: null, field: "chats" },
    });
  });
  it("names what has an id twice, a parent that is not there, and a circle [F57]", () => {
    const inMessage = (kind: string, message: number | null, field: string) => ({
      kind,
      place: { list: "chats", number: 2, title: "Second", message, field },
    });
    const messageB = '"id":"b","parentId":"a"';
    expect(faultOf(fileOf(good).replace(messageB, '"id":"a","parentId":"a"'))).toEqual(
      inMessage("twice", 2, "id"),
    );
    expect(faultOf(fileOf(good).replace(messageB, '"id":"b","parentId":"z"'))).toEqual(
      inMessage("missing", 2, "parentId"),
    );
    expect(faultOf(fileOf(good).replace(messageB, '"id":"b","parentId":"b"'))).toEqual(
      inMessage("circle", 2, "parentId"),
    );
    expect(faultOf(fileOf(good).replace('"leafId":"b"', '"leafId":"z"'))).toEqual(
      inMessage("missing", null, "leafId"),
    );
    expect(faultOf(fileOf(good).replace('"id":"two"', '"id":"one"'))).toEqual(inMessage("twice", null, "id"));
  });
  it("is never believed and never breaks the reader, wherever it is changed [F57]", () => {
    const text = fileOf(good);
    const junk = fc.constantFrom("", "null", "-1", '""', "[]", "{}", "1e999", '"\\ud800"');
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(30), junk, (start, length, inserted) => {
        const result = readArchive(text.slice(0, start) + inserted + text.slice(start + length));
        if (!("fault" in result)) toRecords(result.archive.chats, new Set(["one"]), () => "new");
      }),
    );
    expect(changed((archive) => archive)).toBe(JSON.stringify(JSON.parse(text)));
  });
  it("refuses a call of a tool that is not known, saying where", () => {
    const known = '"call":{"status":"waiting","body":"","name":"calculator","arguments":{}}';
    const message = `{"id":"a","parentId":null,"createdAt":1,"text":"","role":"assistant","modelName":"x","startsInThought":false,"status":"tool-call","stats":null,"problem":null,${known}}`;
    const text = fileOf({ chats: [toArchived(conversation("one"), [])] }).replace(
      '"messages":[]',
      `"messages":[${message}]`,
    );
    expect(read(text).chats[0]?.messages.length).toBe(1);
    expect(faultOf(text.replace("calculator", "shell"))).toMatchObject({
      kind: "field",
      place: { number: 1, message: 1, field: "call.name" },
      received: '"shell"',
    });
    expect(faultOf(text.replace('"waiting"', '"running"'))).toMatchObject({
      place: { field: "call.status" },
    });
  });
});
