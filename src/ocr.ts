/** Reading scans: engines of character recognition for `parseNotice(file, { ocr })`. `import … from "fengong/ocr"`; its packages are optional. */
export { OcrNotInstalled, paddleEngine, paddleIdentity, type PaddleOptions } from "./ocr/paddle.ts";
export type { ModelFiles } from "./ocr/packages.ts";
export type { EngineIdentity, LineImage, OcrEngine, ReadCharacter } from "./model/ocr.ts";
