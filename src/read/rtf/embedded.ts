/** Groups whose words are none of the text: numbers before paragraphs, pictures, objects, dates of the document. */
import { openPicture, pictureStyle, writtenTime, type Time } from "./measures.ts";
import type { RtfReader } from "./reader.ts";

/** The number that stands printed before a paragraph. */
export function readLabel(reader: RtfReader): void {
  if (reader.state.destination !== "text") {
    reader.state.destination = "quiet";
    return;
  }
  reader.direct("label", (words) => {
    reader.parts.story.setLabel(words.replace(/\s+/gu, " ").trim(), { ...reader.state, destination: "text" });
  });
}

/** A picture is no word; its size says whether it may hold some. */
export function readPicture(reader: RtfReader): void {
  const { destination } = reader.state;
  const state = { ...reader.state };
  const picture = openPicture();
  reader.picture = picture;
  reader.direct("quiet");
  reader.atEnd(() => {
    if (destination !== "text" && destination !== "quiet") return;
    const { tree, story } = reader.parts;
    tree.add(tree.add(tree.add(story.run(state), "w:pict"), "v:shape", { style: pictureStyle(picture) }), "v:imagedata");
  });
}

/** An object shows something of another program. */
export function readObject(reader: RtfReader): void {
  const state = { ...reader.state };
  if (state.destination !== "text") return;
  reader.objectClass = "";
  reader.direct("quiet");
  reader.atEnd(() => {
    const { tree, story } = reader.parts;
    tree.add(tree.add(story.run(state), "w:object"), "o:OLEObject", reader.objectClass === "" ? {} : { ProgID: reader.objectClass });
  });
}

/** A date of the document, in the parts that follow. */
export function readTime(reader: RtfReader, name: string): void {
  const time: Time = { year: 0, month: 1, day: 1, hour: 0, minute: 0 };
  reader.time = time;
  reader.direct("info");
  reader.atEnd(() => {
    const written = writtenTime(time);
    if (written !== null) reader.parts.tree.words(reader.parts.properties, name, written);
  });
}
