package org.fxbb.readers.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.fxbb.readers.Limits;
import org.fxbb.readers.bytes.RefusedContentException;
import org.fxbb.readers.notice.FileNotice;
import org.fxbb.readers.notice.FileNotice.BrokenQuotingNotice;
import org.fxbb.readers.notice.FileNotice.RowTooLongNotice;
import org.jspecify.annotations.Nullable;

/** The records of a CSV text, one at a time, cut to the limits while they are parsed. */
final class RawRecords {

  private static final int SMALLEST_BUFFER = 32 << 10;

  private final Limits limits;
  private final CloseableIterator<RawRecord> records;
  private long number;

  RawRecords(CsvText text, Limits limits) {
    this.limits = limits;
    // a power of two above the row limit, so that the row limit is what is hit first
    int buffer = Integer.highestOneBit(Math.max(limits.rowChars(), SMALLEST_BUFFER)) << 1;
    this.records =
        CsvReader.builder()
            .fieldSeparator(text.separator())
            .quoteCharacter('"')
            .commentStrategy(CommentStrategy.NONE)
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(buffer)
            .build(new Collector(), text.reader())
            .iterator();
  }

  /** The next record, blank ones included; null at the end. */
  @Nullable RawRecord next() throws IOException {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException | CsvParseException e) {
      for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
        if (cause instanceof CharacterCodingException) {
          throw new RefusedContentException(CsvText.notUtf8());
        }
        if (cause instanceof IOException io) {
          throw io;
        }
      }
      throw explain(e);
    }
  }

  /** Tells apart the three things FastCSV cannot read; all end the file. */
  private RefusedContentException explain(RuntimeException e) {
    String says = String.valueOf(e.getMessage());
    long row = number + 1;
    if (says.startsWith("Unclosed quoted field")) {
      return refused(new BrokenQuotingNotice(row, "a quotation mark is opened and not closed"));
    }
    if (says.startsWith("Unexpected character after closing quote")) {
      return refused(new BrokenQuotingNotice(row, "text follows a closing quotation mark"));
    }
    if (says.startsWith("The maximum buffer size")) {
      return refused(tooLong(row));
    }
    throw e;
  }

  private FileNotice tooLong(long row) {
    return new RowTooLongNotice(
        row,
        "more than " + limits.rowChars() + " characters",
        "at most " + limits.rowChars() + " characters");
  }

  private static RefusedContentException refused(FileNotice notice) {
    return new RefusedContentException(notice);
  }

  /** Builds records of bounded size. */
  private final class Collector extends AbstractBaseCsvCallbackHandler<RawRecord> {
    private List<String> cells = new ArrayList<>();
    private int cellCount;
    private int chars;
    private int longestCell;
    private int longestIndex;

    @Override
    protected void handleBegin(long startingLineNumber) {
      cells = new ArrayList<>(cells.size());
      cellCount = 0;
      chars = 0;
      longestCell = 0;
      longestIndex = 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      chars += length + 1;
      if (chars - 1 > limits.rowChars()) {
        throw new UncheckedIOException(refused(tooLong(number + 1)));
      }
      if (length > longestCell) {
        longestCell = length;
        longestIndex = index;
      }
      cellCount++;
      if (cellCount <= limits.columns()) {
        cells.add(CellText.beginning(new String(buffer, offset, length), limits.cellChars()));
      }
    }

    @Override
    protected RawRecord buildRecord() {
      number++;
      return new RawRecord(number, cells, cellCount, longestCell, longestIndex);
    }
  }
}
