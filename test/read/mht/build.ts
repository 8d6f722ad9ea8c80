/** Web archives and mails from their parts. */

/** A part: its headers as written, and its body. */
export interface PartMarkup {
  readonly headers: readonly string[];
  readonly body: string | Uint8Array;
}

const binary = (body: string | Uint8Array): string => (typeof body === "string" ? body : Buffer.from(body).toString("latin1"));

/** A multipart entity of parts. */
export function multipart(kind: string, boundary: string, parts: readonly PartMarkup[], end = `--${boundary}--\r\n`): PartMarkup {
  const inner = parts.map(({ headers, body }) => `--${boundary}\r\n${headers.join("\r\n")}\r\n\r\n${binary(body)}\r\n`).join("");
  return { headers: [`Content-Type: multipart/${kind};\r\n\tboundary="${boundary}"`], body: `This is a multi-part message in MIME format.\r\n\r\n${inner}${end}` };
}

/** The bytes of a message. */
export function message({ headers, body }: PartMarkup, more: readonly string[] = ["From: <Saved by Blink>", "MIME-Version: 1.0"]): Uint8Array {
  return new Uint8Array(Buffer.from(`${[...more, ...headers].join("\r\n")}\r\n\r\n${binary(body)}`, "latin1"));
}

/** Quoted-printable in lines of at most 76 characters. */
export function quoted(bytes: Uint8Array): string {
  let text = "";
  let line = "";
  for (const byte of bytes) {
    const piece = byte === 0x0a ? "\n" : (byte < 33 && byte !== 32) || byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, "0")}` : String.fromCharCode(byte);
    if (piece === "\n") {
      text += `${line}\r\n`;
      line = "";
      continue;
    }
    if (line.length + piece.length > 75) {
      text += `${line}=\r\n`;
      line = "";
    }
    line += piece;
  }
  return text + line;
}

/** Base 64 in lines of 76 characters. */
export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64").replace(/(.{76})/gu, "$1\r\n");
}
