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

/** A font that every reader knows and no file brings along. */
export const song = "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 >>] >>";

/** A file of one page with these fonts and further resources; what is behind it are objects 4 and following, of which `contents` are drawn. */
export function onePage({ fonts = `/F1 ${song}`, more = "", contents = "4 0 R" }: { readonly fonts?: string; readonly more?: string; readonly contents?: string }, ...objects: readonly (string | Buffer)[]): Uint8Array {
  return pdfOf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << ${fonts} >> ${more} >> /Contents ${contents} >>`,
    ...objects,
  ]);
}
