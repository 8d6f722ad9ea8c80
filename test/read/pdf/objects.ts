/** PDF files put together from their objects. */

/** A stream object; `more` are further entries of its dictionary. */
export function stream(content: Buffer | string, more = ""): Buffer {
  const data = Buffer.from(content);
  return Buffer.concat([Buffer.from(`<< /Length ${data.length} ${more}>>\nstream\n`), data, Buffer.from("\nendstream")]);
}

/** A file of these objects, numbered from 1; the first is the catalogue. `trailer` are further entries of the trailer. */
export function pdfOf(objects: readonly (string | Buffer)[], trailer = ""): Uint8Array {
  const parts = [Buffer.from("%PDF-1.7\n")];
  const places: number[] = [];
  let at = 9;
  objects.forEach((body, i) => {
    const object = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(body), Buffer.from("\nendobj\n")]);
    places.push(at);
    at += object.length;
    parts.push(object);
  });
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts));
}
