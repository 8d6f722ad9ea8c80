/** What the program sends is what the page takes: its types stand twice, because the page is compiled without the program. Compared by `tsc`. */
import { expectTypeOf, test } from "vitest";
import type { Marks } from "../../../src/model/marks.ts";
import type * as page from "../../../src/review/client/backend.ts";
import type * as file from "../../../src/review/client/file.ts";
import type { Undo } from "../../../src/review/desk.ts";
import type { FieldRule } from "../../../src/review/field-rules.ts";
import type { NoticeData, SourceView, valuesFor } from "../../../src/review/notice-view.ts";
import type { Rendering } from "../../../src/review/rendering.ts";

test("types that the program and the page share", () => {
  expectTypeOf<SourceView>().toEqualTypeOf<page.SourceView>();
  expectTypeOf<FieldRule>().toEqualTypeOf<file.FieldRule>();
  expectTypeOf<Rendering>().toEqualTypeOf<page.Rendering>();
  expectTypeOf<Undo>().toExtend<page.Undo>();
  expectTypeOf<page.Undo["kind"]>().toEqualTypeOf<Undo["kind"]>();
  expectTypeOf<Marks>().toExtend<page.Marks>();
  expectTypeOf<NoticeData>().toExtend<Pick<page.Notice, keyof NoticeData & keyof page.Notice>>();
  expectTypeOf<ReturnType<typeof valuesFor>>().toExtend<page.Values>();
});
