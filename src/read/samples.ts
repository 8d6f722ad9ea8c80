/** The smallest file of each format that is read: each says 任务分工. */
import { inflateRawSync } from "node:zlib";

/** Words that every sample holds. */
export const sampleWords = "任务分工";

/** The samples by the ids of their formats, made when they are asked for. */
export const samples = {
  html: () => utf8(`<!DOCTYPE html><meta charset="utf-8"><p>${sampleWords}</p>`),
  text: () => utf8(`${sampleWords}\n`),
  csv: () => utf8(`序号,${sampleWords},责任单位\n1,编制目录,市司法局\n`),
  rtf: () => utf8(`{\\rtf1\\ansi\\uc0 ${[...sampleWords].map((character) => `\\u${character.charCodeAt(0)} `).join("")}\\par}`),
  mht: () => utf8(`MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>${sampleWords}</p>\r\n`),
  wordml: () => utf8(`<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p><w:r><w:t>${sampleWords}</w:t></w:r></w:p></w:body></w:wordDocument>`),
  "flat-opc": () => utf8(flatPackage),
  /** A container with one paragraph. */
  docx: () => base64(
    "UEsDBBQAAAAIAAAAIQD3VP4j2QAAAGQBAAATAAAAW0NvbnRlbnRfVHlwZXNdLnhtbJWQu1LDMBBFf0WjlrHWUDAMYzsFjxIowgfsyGtbg16jVUL4e9YJSZGOUrpn75G22xyCV3sq7F" +
    "Ls9a1ptaJo0+ji3OvP7WvzoDdDt/3JxErQyL1eas2PAGwXCsgmZYqSTKkErHIsM2S0XzgT3LXtPdgUK8Xa1LVDD90zTbjzVb0c5PqkLeRZq6cTuLp6jTl7Z7FKDvs4XlmaP4ORySPD" +
    "i8t8I4CGoXuX/xQ3kvrAUt8wSB18pzLCmOwuiMKs4L98aZqcpcv82pZLssQsiwreXJKALp7fAce1Db9QSwMEFAAAAAgAAAAhAKkMzzuhAAAAFgEAAAsAAABfcmVscy8ucmVsc43POw" +
    "7CMAwG4KtE3qlbBoRQ0y4IiRWVA0SJm0Y0DyXhdXsyMFDEwGj792e57R92ZjeKyXjHoalqYOSkV8ZpDufhsNpC37UnmkUuiTSZkFhZcYnDlHPYISY5kRWp8oFcmYw+WpFLGTUGIS9C" +
    "E67reoPx04ClyY6KQ2yADc9A/8h+HI2kvZdXSy7/OPCVKLKImjKHu48K1btdFRawa3HxYPcCUEsDBBQAAAAIAAAAIQDNneMZogAAAMQAAAARAAAAd29yZC9kb2N1bWVudC54bWxFjk" +
    "EOgjAQRa9CupdBF8YQCjtPoAfAtgIJnWnaKnoBY7yFC8/gguvIPWxx4eb9zP8zP1NUF90nZ2VdR8jZMs1YolCQ7LDhbL/bLjasKoshlyROWqFPwj66fOCs9d7kAE60StcuJaMwZEey" +
    "uvZhtA0MZKWxJJRzoU73sMqyNei6QxYrDySvUU2EjfDlZxynx3O636b3q4DoRNqZZubvCv4flV9QSwECFAMUAAAACAAAACEA91T+I9kAAABkAQAAEwAAAAAAAAAAAAAAgAEAAAAAW0" +
    "NvbnRlbnRfVHlwZXNdLnhtbFBLAQIUAxQAAAAIAAAAIQCpDM87oQAAABYBAAALAAAAAAAAAAAAAACAAQoBAABfcmVscy8ucmVsc1BLAQIUAxQAAAAIAAAAIQDNneMZogAAAMQAAAAR" +
    "AAAAAAAAAAAAAACAAdQBAAB3b3JkL2RvY3VtZW50LnhtbFBLBQYAAAAAAwADALkAAAClAgAAAAA=",
  ),
  /** A container with one sheet of one cell. */
  xlsx: () => base64(
    "UEsDBBQAAAAIAABgIQBkz4c/xQAAAKEBAAATAAAAW0NvbnRlbnRfVHlwZXNdLnhtbK3RO67CMBAF0K1Ebp/woFdQIEIDtEDBBkbOhFj4J88AYfc4ARpEg0Tlz73jU3hxuCXiqvcucK" +
    "06kTQHYNORR9YxUShJG7NHKcd8hITmhEeC/+l0BiYGoSATGd5Qy8WaWjw7qTZ9uWYbQ60yOVbV6lEcrFphSs4alJLDJTRvyuQp6DI5drizif9KQcFHYUi+AmLbWkNNNGdfRjSnTNhw" +
    "RyTe6XHVHm14kbsL5WwbqvaYZYu+ANA7YP1b+Brzady/XBh/ZnkHUEsDBBQAAAAIAABgIQAp/5fihgAAAO0AAAALAAAAX3JlbHMvLnJlbHONzzsOwjAQBNCrRD5ANqKgQIkrGlrEBR" +
    "az/siftWwjwu1xSRBFytGMnjTzlQI2x6lal+uwxpDqImxr+QRQlaWIdeRMqTeaS8TWYzGQUXk0BIdpOkL5NoTcmMPlsQgUw+2daQ/MWjtFZ1bPSKn98X8WXcZiqC1iDfDi4u/Mfuyo" +
    "ADnD5p38AFBLAwQUAAAACAAAYCEAMpanGokAAADcAAAADwAAAHhsL3dvcmtib29rLnhtbI2PsQ7CMAxEf6XKB+DCwFC1nVj4DNO6JGodR3YQfD5RSncm38mnd7r+Lbo+RNbmw1u0wf" +
    "mcUwdgkydGO0miWD6LKGMuVp9gSQln80SZN7i07RUYQ3Q7odN/GLIsYaKbTC+mmHeI0oY5SDQfkrmxrw32u01EpsGdXVPtfa5au1AEOhh7OOJwLBq/UEsDBBQAAAAIAABgIQATa8Mx" +
    "ggAAAN4AAAAaAAAAeGwvX3JlbHMvd29ya2Jvb2sueG1sLnJlbHONz7sKAjEQheFXCXmAncXCQjapbGzFFxji5MJuLmRG1Lc3pQsWlocDH/zLlTaUVAvH1Fi98lbY6CjSTgDsImXkqT" +
    "Yq4/G1Z5Qxe4CGbsVAcJjnI/RvQ9udqS53o1Gr27vRP3D1Pjk6V/fIVOSHD8/aV45EMlDsgcRonoaiwS6wy7EfUEsDBBQAAAAIAABgIQBplAMGmQAAALkAAAAIAAAAeGwvcy54bWxN" +
    "js0NwjAMhVepMgBuOXBAaSQkNmCCqAQSkT85lsoECLEFB2bg0HXIHrg9IA627O/pPT05JrwUaww11+Bj6YUlyluAMlgTdFmlbCIrp4RBE794hpLR6ONiCh7WbbuBoF0USi5sr0kriW" +
    "lssBcd02E+dp1oqBcuehfNgZC5K0qS+kxTfTzr/VbfLwmkJMwcBh7O4P0XCr+26gtQSwECFAAUAAAACAAAYCEAZM+HP8UAAAChAQAAEwAAAAAAAAAAAAAAAAAAAAAAW0NvbnRlbnRf" +
    "VHlwZXNdLnhtbFBLAQIUABQAAAAIAABgIQAp/5fihgAAAO0AAAALAAAAAAAAAAAAAAAAAPYAAABfcmVscy8ucmVsc1BLAQIUABQAAAAIAABgIQAylqcaiQAAANwAAAAPAAAAAAAAAA" +
    "AAAAAAAKUBAAB4bC93b3JrYm9vay54bWxQSwECFAAUAAAACAAAYCEAE2vDMYIAAADeAAAAGgAAAAAAAAAAAAAAAABbAgAAeGwvX3JlbHMvd29ya2Jvb2sueG1sLnJlbHNQSwECFAAU" +
    "AAAACAAAYCEAaZQDBpkAAAC5AAAACAAAAAAAAAAAAAAAAAAVAwAAeGwvcy54bWxQSwUGAAAAAAUABQA1AQAA1AMAAAAA",
  ),
  /** A container with one page of one text. */
  ofd: () => base64(
    "UEsDBBQAAAgIAAAAAAAsZHaYmwAAANcAAAAHAAAAT0ZELnhtbLPJT0ux8ndzUajIzckrtspPS7FVyigpKbDS1y8vL9fLT0spLkhN1ssvStc3MjA0U1IISy0qzszPs1Uy1DNQUnDJTw" +
    "6pLEi1VfJ3c1GyswEZ5pKf7JSfUgnneOal5UM4IZklOal2LxtmPZ+/1EYfIQJhoyh1yU8Oys8vsXPJT4430HfJTy7NTc0r0avIzYErBsvDeRAr9aG+sQMAUEsDBBQAAAgIAAAAAACU" +
    "vHJuqwAAACkBAAASAAAARG9jXzAvRG9jdW1lbnQueG1sbVDLCoMwEPyVkA8w0UNLRQPVXAo9lP5ASWN8QJIVE9H+fbE++qCXZWZnZxg2gbKIOcjeKOvRaLR1MZRFimvv25iQYRgCKA" +
    "vXKhlAV5GIhjvMksmVgzFgufBi5hdRqWOnVlY/XCOFzmBkFFEUhRRFh31CfsVl823u77qRV+XYhoLR6OV0E2f+r4d7Q3TiKQ4xyoRTZ5ApfulkmjdKcrBeWT+lY/LRZQ1fX8OeUEsD" +
    "BBQAAAgIAAAAAADcpmRUggAAALIAAAATAAAARG9jXzAvUHVibGljUmVzLnhtbLPJT0uxCkotVqjIzckrtspPS7FVyigpKbDS1y8vL9fLT0spLkhN1ssvStc3MjA0U1JwSixO9clPtl" +
    "UKSi1WsrMBaXfLzyspRjAVPF1slYyVFEBsv8TcVFulJ7v3P13XHe/uZGRsaKSkj6bUBFlpeGZeekpmXnoxSJk+kun6UIfaAQBQSwMEFAAACAgAAAAAAJCiJDTCAAAADQEAAB4AAABE" +
    "b2NfMC9QYWdlcy9QYWdlXzAvQ29udGVudC54bWyzyU9LsQpITE9VqMjNySu2yk9LsVXKKCkpsNLXLy8v18tPSykuSE3Wyy9K1zcyMDRTsrMB6XDOzytJzSuBcHwSK1OLFDxdbJUMod" +
    "IhqRUl/klZqcklYGFLJQWn/NK8lMSiSlslIwMFCDLTM1VScMvPK7FVMlZSCM6sSrVVMlVSQJjgnJ+SqhBhq2SgpBAJlnJJzSlJjLBVSlcwVjBVsnuye/fTroVPO9qebl9qo4+syw7B" +
    "hTgDKgB2KZQN94I+LAjsAFBLAQIAABQAAAgIAAAAAAAsZHaYmwAAANcAAAAHAAAAAAAAAAAAAAAAAAAAAABPRkQueG1sUEsBAgAAFAAACAgAAAAAAJS8cm6rAAAAKQEAABIAAAAAAA" +
    "AAAAAAAAAAwAAAAERvY18wL0RvY3VtZW50LnhtbFBLAQIAABQAAAgIAAAAAADcpmRUggAAALIAAAATAAAAAAAAAAAAAAAAAJsBAABEb2NfMC9QdWJsaWNSZXMueG1sUEsBAgAAFAAA" +
    "CAgAAAAAAJCiJDTCAAAADQEAAB4AAAAAAAAAAAAAAAAATgIAAERvY18wL1BhZ2VzL1BhZ2VfMC9Db250ZW50LnhtbFBLBQYAAAAABAAEAAIBAABMAwAAAAA=",
  ),
  /** A page whose font is not embedded: reading it takes the character maps of pdf.js. */
  pdf: () => base64(
    "JVBERi0xLjQKMSAwIG9iajw8L1R5cGUvQ2F0YWxvZy9QYWdlcyAyIDAgUj4+IGVuZG9iagoyIDAgb2JqPDwvVHlwZS9QYWdlcy9LaWRzWzMgMCBSXS9Db3VudCAxPj4gZW5kb2JqCj" +
    "MgMCBvYmo8PC9UeXBlL1BhZ2UvUGFyZW50IDIgMCBSL01lZGlhQm94WzAgMCAyMDAgMTAwXS9Db250ZW50cyA0IDAgUi9SZXNvdXJjZXM8PC9Gb250PDwvRiA1IDAgUj4+Pj4+PiBl" +
    "bmRvYmoKNCAwIG9iajw8L0xlbmd0aCA0NT4+c3RyZWFtCkJUIC9GIDIwIFRmIDIwIDQwIFRkIDw0ZWZiNTJhMTUyMDY1ZGU1PiBUaiBFVAplbmRzdHJlYW0gZW5kb2JqCjUgMCBvYm" +
    "o8PC9UeXBlL0ZvbnQvU3VidHlwZS9UeXBlMC9CYXNlRm9udC9TVFNvbmctTGlnaHQvRW5jb2RpbmcvVW5pR0ItVUNTMi1IL0Rlc2NlbmRhbnRGb250c1s2IDAgUl0+PiBlbmRvYmoK" +
    "NiAwIG9iajw8L1R5cGUvRm9udC9TdWJ0eXBlL0NJREZvbnRUeXBlMC9CYXNlRm9udC9TVFNvbmctTGlnaHQvQ0lEU3lzdGVtSW5mbzw8L1JlZ2lzdHJ5KEFkb2JlKS9PcmRlcmluZy" +
    "hHQjEpL1N1cHBsZW1lbnQgMj4+L0ZvbnREZXNjcmlwdG9yIDcgMCBSPj4gZW5kb2JqCjcgMCBvYmo8PC9UeXBlL0ZvbnREZXNjcmlwdG9yL0ZvbnROYW1lL1NUU29uZy1MaWdodC9G" +
    "bGFncyA0L0ZvbnRCQm94WzAgLTIwMCAxMDAwIDkwMF0vSXRhbGljQW5nbGUgMC9Bc2NlbnQgODU5L0Rlc2NlbnQgLTE0MC9DYXBIZWlnaHQgNzAwL1N0ZW1WIDgwPj4gZW5kb2JqCn" +
    "hyZWYKMCA4CjAwMDAwMDAwMDAgNjU1MzUgZiAKMDAwMDAwMDAwOSAwMDAwMCBuIAowMDAwMDAwMDUzIDAwMDAwIG4gCjAwMDAwMDAxMDMgMDAwMDAgbiAKMDAwMDAwMDIxMyAwMDAw" +
    "MCBuIAowMDAwMDAwMzA0IDAwMDAwIG4gCjAwMDAwMDA0MTQgMDAwMDAgbiAKMDAwMDAwMDU2OCAwMDAwMCBuIAp0cmFpbGVyPDwvU2l6ZSA4L1Jvb3QgMSAwIFI+PgpzdGFydHhyZW" +
    "YKNzI0CiUlRU9GCg==",
  ),
  /** The stream of a workbook, without its compound file. */
  xls: () => base64(
    "CQgQAAAGBQAAAAAAAAAAAAAAAACFAAoAJgAAAAAAAQFoiAoAAAAJCBAAAAYQAAAAAAAAAAAAAAAAAAQCEQAAAAAAAAAEAAH7TqFSBlLlXQoAAAA=",
  ),
  /** A compound file, mostly zeros. */
  doc: () => new Uint8Array(inflateRawSync(base64(
    "7di5blNBFMbxn21sbENCwhLAbGHfl7BDQRXaFBYSVQoDEQUJliJT8DgpeADeAJ4AHgEKOhpqlFzk67mWjSCyIxcBz18azSKNzmjOmZG+7/On6S9r72tf/cYjBRtJRalnLYdKNpmiHN" +
    "Y2kiRpL1WRRP4pvr/7mGU07w9M2oyZvlnR6FjsjuZw1+jZgd2dQk777cLLcLaMozggEolEIpFR8nNhrV6qf1uciFcxnpQpl6mW41WMIXkh9+vxLsaNXGiyGij2jNu6Pz/VL+zSL2Kv" +
    "XCr0e5nFj6SjH0sWNK1a0bD8N1UZ2U5F0E5RIajOok7ud4Z8V4Kvsyuo5IngCewJynk6LQn2YX9Qqm1X4CAO4TBqOBKU7DEcx4lQNidxCqdxBmdxDudxARdxCZdxBVdxDddxI7gDN3" +
    "ELt3EnuAX3gi/1IPSZRxXpp66pqWXWY6+1rHo71P4Zxa7nlxti34dgLD1NP4sX5jU998aKpfQcg1KTT+Png/c48MYQf84TDc8sW9rS/U2G+IUh4t/HqzCe19DS2HL+qiF+xiB7HnY/" +
    "/s3ff/Zu2m09WqX/Jb8A",
  ))),
} as const satisfies Readonly<Record<string, () => Uint8Array>>;

const flatPackage = `<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/_rels/.rels" pkg:contentType="application/vnd.openxmlformats-package.relationships+xml"><pkg:xmlData><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships></pkg:xmlData></pkg:part><pkg:part pkg:name="/word/document.xml" pkg:contentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"><pkg:xmlData><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${sampleWords}</w:t></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part></pkg:package>`;

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function base64(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, "base64"));
}
