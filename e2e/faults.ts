// What a server or a network can do wrong with one answer.
import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";

export interface Fault {
  readonly kind:
    | "cut" // the connection breaks after `after` bytes
    | "short" // no length, and the body ends after `after` bytes as if that were all
    | "stall" // nothing more comes after `after` bytes
    | "whole" // 200 and the whole file, whatever was asked for
    | "wrong-range" // Content-Range one byte off
    | "extra" // more bytes than Content-Range says
    | "flip" // one bit of the answer's first byte is wrong
    | "hidden-range" // Content-Range without permission to read it
    | "status" // `status`, with `retryAfter` and without CORS headers where asked for
    | "page" // 200 and a web page
    | "gzip-cut"; // compressed, and cut in half
  /** Requests of the file that it applies to, counted from 0; absent: all. */
  readonly requests?: readonly number[];
  /** Applies to ranges that begin here only. */
  readonly start?: number;
  readonly after?: number;
  readonly status?: number;
  readonly retryAfter?: string;
  readonly hasCors?: boolean;
}

export const CORS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "Content-Range, ETag, Retry-After",
};

export interface Answer {
  readonly response: ServerResponse;
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
  readonly bytesPerSecond: number | undefined;
}

export function send({ response, status, headers, body, bytesPerSecond }: Answer): void {
  response.writeHead(status, { "Content-Length": String(body.byteLength), ...headers });
  if (!bytesPerSecond) {
    response.end(body);
    return;
  }
  const step = Math.max(1, Math.floor(bytesPerSecond / 20));
  const sendFrom = (offset: number): void => {
    if (response.destroyed) return;
    if (offset >= body.byteLength) response.end();
    else response.write(body.subarray(offset, offset + step), () => setTimeout(sendFrom, 50, offset + step));
  };
  sendFrom(0);
}

/** Sends the first bytes and then does `next` once they have left. */
function sendStart(answer: Answer, after: number, next: () => void): void {
  answer.response.writeHead(answer.status, answer.headers);
  answer.response.flushHeaders();
  answer.response.write(answer.body.subarray(0, after), () => setTimeout(next, 20));
}

function flipped(body: Uint8Array): Uint8Array {
  const copy = body.slice();
  copy[0] = copy[0]! ^ 1;
  return copy;
}

export function sendFaulty(fault: Fault, answer: Answer, whole: Uint8Array): void {
  const { response, headers, body } = answer;
  const after = fault.after ?? 0;
  const withLength = { ...headers, "Content-Length": String(body.byteLength) };
  switch (fault.kind) {
    case "cut":
      sendStart({ ...answer, headers: withLength }, after, () => response.destroy());
      return;
    case "short":
      response.shouldKeepAlive = false;
      response.useChunkedEncodingByDefault = false;
      sendStart(answer, after, () => response.end());
      return;
    case "stall":
      sendStart({ ...answer, headers: withLength }, after, () => undefined);
      return;
    case "whole": {
      const { "Content-Range": _, ...rest } = headers;
      send({ ...answer, status: 200, headers: rest, body: whole });
      return;
    }
    case "wrong-range":
      send({
        ...answer,
        headers: { ...headers, "Content-Range": `bytes 1-${body.byteLength}/${whole.byteLength}` },
      });
      return;
    case "extra":
      response.shouldKeepAlive = false;
      response.useChunkedEncodingByDefault = false;
      sendStart({ ...answer, body: Buffer.concat([body, body]) }, 2 * body.byteLength, () => response.end());
      return;
    case "flip":
      send({ ...answer, body: flipped(body) });
      return;
    case "hidden-range":
      send({ ...answer, headers: { ...headers, "Access-Control-Expose-Headers": "ETag" } });
      return;
    case "status": {
      const cors = fault.hasCors === false ? {} : CORS;
      const retry = fault.retryAfter === undefined ? {} : { "Retry-After": fault.retryAfter };
      send({
        ...answer,
        status: fault.status ?? 500,
        headers: { ...cors, ...retry },
        body: new Uint8Array(),
      });
      return;
    }
    case "page":
      send({
        ...answer,
        status: 200,
        headers: { ...CORS, "Content-Type": "text/html" },
        body: new TextEncoder().encode("<!doctype html><title>Log in to this network</title>"),
      });
      return;
    case "gzip-cut": {
      const packed = gzipSync(body, { level: 1 });
      send({
        ...answer,
        headers: { ...headers, "Content-Encoding": "gzip" },
        body: packed.subarray(0, packed.byteLength >> 1),
      });
      return;
    }
    default:
      fault.kind satisfies never;
  }
}
