import { describe, expect, it } from "vitest";
import { decodeText, findDeclaredEncoding } from "./decode-text";

// Written by Python's codecs: python3 -c "print('…'.encode('windows-1255').hex())"
const SAMPLES: readonly (readonly [encoding: string, text: string, hex: string])[] = [
  [
    "windows-1252",
    "Das Mädchen aß die Äpfel größtenteils über Nacht. Schöne Grüße aus München.",
    "446173204de4646368656e2061df2064696520c47066656c206772f6df74656e7465696c7320fc626572204e616368742e20536368f66e65204772fcdf6520617573204dfc6e6368656e2e",
  ],
  [
    "windows-1255",
    "ההסכם נחתם בירושלים ביום שלישי, והצדדים התחייבו לשמור על סודיות במשך שנתיים.",
    "e4e4f1ebed20f0e7faed20e1e9f8e5f9ece9ed20e1e9e5ed20f9ece9f9e92c20e5e4f6e3e3e9ed20e4fae7e9e9e1e520ecf9eee5f820f2ec20f1e5e3e9e5fa20e1eef9ea20f9f0fae9e9ed2e",
  ],
  [
    "windows-1255",
    "תנאי התשלום: שלושים יום מקבלת החשבונית.",
    "faf0e0e920e4faf9ece5ed3a20f9ece5f9e9ed20e9e5ed20eef7e1ecfa20e4e7f9e1e5f0e9fa2e",
  ],
  [
    "windows-1256",
    "تم توقيع العقد في القاهرة يوم الثلاثاء، والتزم الطرفان بالحفاظ على السرية.",
    "cae320cae6deedda20c7e1dadecf20dded20c7e1dec7e5d1c920ede6e320c7e1cbe1c7cbc7c1a120e6c7e1cad2e320c7e1d8d1ddc7e420c8c7e1cdddc7d920dae1ec20c7e1d3d1edc92e",
  ],
  [
    "windows-1251",
    "Договор был подписан в Москве во вторник, и стороны обязались соблюдать тайну.",
    "c4eee3eee2eef020e1fbeb20efeee4efe8f1e0ed20e220cceef1eae2e520e2ee20e2f2eef0ede8ea2c20e820f1f2eef0eeedfb20eee1ffe7e0ebe8f1fc20f1eee1ebfee4e0f2fc20f2e0e9edf32e",
  ],
  [
    "koi8-r",
    "Договор был подписан в Москве во вторник, и стороны обязались соблюдать тайну.",
    "e4cfc7cfd7cfd220c2d9cc20d0cfc4d0c9d3c1ce20d720edcfd3cbd7c520d7cf20d7d4cfd2cec9cb2c20c920d3d4cfd2cfced920cfc2d1dac1ccc9d3d820d3cfc2ccc0c4c1d4d820d4c1caced52e",
  ],
  [
    "windows-1250",
    "Umowa została podpisana w Krakowie we wtorek, a strony zobowiązały się milczeć. Jeśli ktoś źle.",
    "556d6f7761207a6f737461b36120706f64706973616e612077204b72616b6f7769652077652077746f72656b2c2061207374726f6e79207a6f626f7769b97a61b379207369ea206d696c637a65e62e204a659c6c69206b746f9c209f6c652e",
  ],
  [
    "shift_jis",
    "契約は火曜日に東京で締結され、両当事者は秘密を保持することを約束した。",
    "8c5f96f182cd89ce976a93fa82c9938c8b9e82c592f78c8b82b382ea814197bc93968e968ed282cd94e996a782f095db8e9d82b782e982b182c682f096f191a982b582bd8142",
  ],
  [
    "iso-2022-jp",
    "契約は火曜日に東京で締結され、両当事者は秘密を保持することを約束した。",
    "1b244237404c73244f32504d4b467c244b456c357e24474479376b2435246c21224e3e45763b763c54244f486b4c2924724a5d3b7d2439246b2433244824724c73422b2437243f21231b2842",
  ],
  [
    "gb18030",
    "合同于星期二在北京签署，双方承诺保密两年。付款条件为收到发票后三十天。",
    "bacfcdacd3dad0c7c6dab6fed4dab1b1bea9c7a9caf0a3accbabb7bdb3d0c5b5b1a3c3dcc1bdc4eaa1a3b8b6bfeeccf5bcfeceaacad5b5bdb7a2c6b1baf3c8fdcaaecceca1a3",
  ],
  [
    "big5",
    "合約於星期二在台北簽署，雙方承諾保密兩年。付款條件為收到發票後三十天。",
    "a658acf9a9f3ac50b4c1a447a662a578a55fc3b1b870a141c2f9a4e8a9d3bfd5ab4fb14ba8e2a67ea143a549b4dab1f8a5f3acb0a6aca8ecb56fb2bcabe1a454a451a4d1a143",
  ],
  [
    "euc-kr",
    "계약은 화요일 서울에서 체결되었으며 양 당사자는 비밀을 유지하기로 약속했다.",
    "b0e8bee0c0ba20c8adbfe4c0cf20bcadbfefbfa1bcad20c3bcb0e1b5c7befac0b8b8e720bee720b4e7bbe7c0dab4c220baf1b9d0c0bb20c0afc1f6c7cfb1e2b7ce20bee0bcd3c7dfb4d92e",
  ],
];

const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, isLittle: boolean, mark: boolean): Uint8Array => {
  const units = mark ? `\ufeff${text}` : text;
  const view = new DataView(new ArrayBuffer(units.length * 2));
  for (let index = 0; index < units.length; index += 1)
    view.setUint16(index * 2, units.charCodeAt(index), isLittle);
  return new Uint8Array(view.buffer);
};

describe("decodeText", () => {
  it.each(SAMPLES)("guesses %s by its letters", async (encoding, text, hex) => {
    const decoded = await decodeText(fromHex(hex));
    expect(decoded).toEqual({ text, encoding, confidence: "guessed", brokenCount: 0 });
  });

  it("reads UTF-8 with and without a mark", async () => {
    const expected = { text: "naïve שלום 😀", encoding: "utf-8", confidence: "sure", brokenCount: 0 };
    expect(await decodeText(utf8("naïve שלום 😀"))).toEqual(expected);
    expect(await decodeText(utf8("\ufeffnaïve שלום 😀"))).toEqual(expected);
  });

  it("reads UTF-16 both ways, by its mark and by its zeros", async () => {
    const text = "A sentence in UTF-16,\nשורה בעברית עם רווחים.\n";
    for (const isLittle of [true, false]) {
      for (const mark of [true, false]) {
        const { text: decoded, encoding } = await decodeText(utf16(text, isLittle, mark));
        expect([decoded, encoding]).toEqual([text, isLittle ? "utf-16le" : "utf-16be"]);
      }
    }
  });

  it("keeps UTF-8 with a few broken bytes and counts them", async () => {
    const bytes = utf8(`${"שלום עולם. ".repeat(20)}`);
    bytes[10] = 0xff;
    const { encoding, brokenCount } = await decodeText(bytes);
    expect(encoding).toBe("utf-8");
    expect(brokenCount).toBeGreaterThan(0);
  });

  it("believes what a file declares where it is not UTF-8", async () => {
    const bytes = Uint8Array.from([0xe4, 0x62, 0x63]);
    expect((await decodeText(bytes, "iso-8859-5")).text).toBe("фbc");
    expect((await decodeText(utf8("ä"), "iso-8859-5")).text).toBe("ä"); // a wrong declaration
    expect((await decodeText(bytes, "no-such-encoding")).text).toBe("äbc");
  });
});

describe("findDeclaredEncoding", () => {
  it("reads meta tags and XML declarations, and nothing from plain text", () => {
    expect(findDeclaredEncoding(utf8('<html><meta charset="windows-1255">'))).toBe("windows-1255");
    expect(
      findDeclaredEncoding(utf8('<!doctype html><meta http-equiv=x content="text/html; charset=koi8-r">')),
    ).toBe("koi8-r");
    expect(findDeclaredEncoding(utf8('<?xml version="1.0" encoding="UTF-16"?><a/>'))).toBe("UTF-16");
    expect(findDeclaredEncoding(utf8("Use <meta charset=koi8-r> in HTML"))).toBeNull();
  });
});
