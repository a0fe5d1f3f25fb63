package org.fxbb.reports.document;

/**
 * What a drawn thing is in the structure of the document, independent of its looks.
 *
 * <p><b>Source</b>: spec section 2, "all drawing goes through one canvas"; the names follow the
 * standard structure types of ISO 32000-1, 14.8.4.
 */
public enum Role {
  /** Chapter heading. */
  H1,
  /** Section heading. */
  H2,
  /** Heading inside a section. */
  H3,
  /** Paragraph. */
  P,
  /** Entry of the table of contents. */
  TOCI,
  /** Title of a table or figure. */
  CAPTION,
  /** Header cell of a table. */
  TH,
  /** Data cell of a table. */
  TD,
  /** Figure, with a text that says what it shows. */
  FIGURE,
  /** Footnote or source line. */
  NOTE,
  /** Running heads, page numbers, rules and backgrounds: nothing that is read aloud. */
  ARTIFACT
}
