package org.fxbb.reports.document;

/** How a table is dressed. */
public enum TableLook {
  /** English headers; Bangla names stand under English ones where the data has them. */
  ENGLISH,
  /** Bangla headers under the English ones. */
  BILINGUAL
}
