package org.fxbb.readers.bytes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fxbb.readers.Limits;
import org.fxbb.readers.notice.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zips as senders make them, and as they should not. Source: spec 4.2 and 4.3. */
final class ZipMembersTest {
  private static final byte[] TEXT = "a,b\n1,2\n".getBytes(US_ASCII);

  @TempDir private Path folder;

  private final Map<String, Long> members = new TreeMap<>();
  private final List<String> notices = new ArrayList<>();

  private static byte[] zip(Charset names, Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String... names) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (String name : names) {
      files.put(name, name.endsWith("/") ? new byte[0] : TEXT);
    }
    return zip(UTF_8, files);
  }

  private static byte[] replace(byte[] bytes, String from, String to) {
    return new String(bytes, ISO_8859_1).replace(from, to).getBytes(ISO_8859_1);
  }

  private void read(byte[] zip) throws IOException {
    Path file = Files.write(folder.resolve("some.zip"), zip);
    ZipMembers.read(
        file,
        Limits.DEFAULT,
        new ZipMembers.Sink() {
          @Override
          public void member(String name, InputStream bytes) throws IOException {
            members.put(name, bytes.transferTo(OutputStream.nullOutputStream()));
          }

          @Override
          public void damaged(String name) {
            members.remove(name);
          }

          @Override
          public void notice(Notice notice) {
            notices.add(notice.code() + " " + notice.found());
          }
        });
  }

  private void refuses(byte[] zip, String code) {
    assertThatThrownBy(() -> read(zip))
        .isInstanceOfSatisfying(
            RefusedContentException.class, e -> assertThat(e.notice().code()).isEqualTo(code));
  }

  @Test
  void foldersAndLeftoversOfOtherSystemsAreNoFilings() throws IOException {
    read(
        zip(
            "filings/",
            "filings/a.csv",
            "b.csv",
            "__MACOSX/._b.csv",
            "._c.csv",
            "x/Thumbs.db",
            ".DS_Store"));
    assertThat(members).containsOnlyKeys("a.csv", "b.csv").containsEntry("a.csv", 8L);
    assertThat(notices)
        .containsExactlyInAnyOrder(
            "ignored_member __MACOSX/._b.csv",
            "ignored_member ._c.csv",
            "ignored_member x/Thumbs.db",
            "ignored_member .DS_Store");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../a.csv", "/a.csv", "x/../../a.csv", "..\\a.csv", "C:\\a.csv", "\\a.csv"})
  void namesThatLeadOutOfTheZipAreRefusedAlone(String name) throws IOException {
    read(zip(name, "good.csv"));
    assertThat(members).containsOnlyKeys("good.csv");
    assertThat(notices).containsExactly("unsafe_member_name " + name);
  }

  @Test
  void archivesInTheArchiveAreRefusedByNameAndByContent() throws IOException {
    read(
        zip(
            UTF_8,
            Map.of(
                "a.csv.gz",
                TEXT,
                "b.zip",
                TEXT,
                "c.csv",
                zip("d.csv"),
                "e.csv",
                new byte[] {0x1f, (byte) 0x8b, 8},
                "f.csv",
                new byte[] {0x1f})));
    assertThat(members).containsOnlyKeys("f.csv");
    assertThat(notices)
        .containsExactlyInAnyOrder(
            "nested_archive a.csv.gz",
            "nested_archive b.zip",
            "nested_archive c.csv",
            "nested_archive e.csv");
  }

  @Test
  void aNameThatIsThereTwiceIsNotRead() throws IOException {
    read(zip("old/a.csv", "new/A.csv", "b.csv"));
    read(replace(zip("x1.csv", "x2.csv"), "x2.csv", "x1.csv"));
    assertThat(members).containsOnlyKeys("b.csv");
    assertThat(notices)
        .containsExactlyInAnyOrder(
            "repeated_member old/a.csv",
            "repeated_member new/A.csv",
            "repeated_member x1.csv",
            "repeated_member x1.csv");
  }

  @Test
  void namesInAnyCodePageAreRead() throws IOException {
    String bangla = "প্যাকেজ.csv";
    read(zip(UTF_8, Map.of(bangla, TEXT)));
    read(zip(ISO_8859_1, Map.of("caf\u00e9.csv", TEXT)));
    assertThat(members).containsOnlyKeys(bangla, "caf\u00e9.csv");
    members.clear();
    read(zip(ISO_8859_1, Map.of(new String(bangla.getBytes(UTF_8), ISO_8859_1), TEXT)));
    assertThat(members).containsOnlyKeys(bangla);
  }

  @Test
  void oneThatGrowsTooMuchIsRefusedWhole() throws IOException {
    read(zip(UTF_8, Map.of("a.csv", new byte[1 << 20])));
    assertThat(members).containsEntry("a.csv", 1L << 20);
    refuses(zip(UTF_8, Map.of("a.csv", new byte[(1 << 20) + 1])), "archive_too_large");
    refuses(
        zip(UTF_8, Map.of("a.csv", new byte[1 << 19], "b.csv", new byte[(1 << 19) + 1])),
        "archive_too_large");
  }

  @Test
  void oneThatHoldsMoreThanItSaysIsRefused() throws IOException {
    byte[] good = zip(UTF_8, Map.of("a.csv", new byte[5_000]));
    Path file = Files.write(folder.resolve("some.zip"), good);
    assertThat(ZipMembers.listedBytes(file, Limits.DEFAULT)).isEqualTo(5_000);

    ByteBuffer lying = ByteBuffer.wrap(good.clone()).order(ByteOrder.LITTLE_ENDIAN);
    int list = new String(good, ISO_8859_1).indexOf("PK\u0001\u0002");
    lying.putInt(list + 24, 4_999);
    refuses(lying.array(), "archive_too_large");
    lying.putInt(list + 24, 1 << 30);
    refuses(lying.array(), "archive_too_large");
    assertThat(ZipMembers.listedBytes(file, Limits.DEFAULT)).isEqualTo(good.length);
    Files.write(file, TEXT);
    assertThat(ZipMembers.listedBytes(file, Limits.DEFAULT)).isEqualTo(TEXT.length);
  }

  @Test
  void aListThatIsTooLongIsNotReadIntoMemory() throws IOException {
    byte[] good = zip("a.csv");
    ByteBuffer end = ByteBuffer.wrap(good.clone()).order(ByteOrder.LITTLE_ENDIAN);
    end.putShort(good.length - 12, (short) 101);
    refuses(end.array(), "too_many_members");
    end = ByteBuffer.wrap(good.clone()).order(ByteOrder.LITTLE_ENDIAN);
    end.putInt(good.length - 10, 500 << 20);
    refuses(end.array(), "too_many_members");
  }

  @Test
  void damagedAndForeignOnesAreRefused() throws IOException {
    byte[] good = zip("a.csv", "b.csv");
    refuses(Arrays.copyOf(good, good.length - 10), "corrupt_archive");
    refuses(TEXT, "corrupt_archive");
    refuses(new byte[0], "corrupt_archive");
    refuses(zip(UTF_8, Map.of()), "empty_file");
    byte[] locked = good.clone();
    locked[new String(good, ISO_8859_1).indexOf("PK\u0001\u0002") + 8] |= 1;
    refuses(locked, "encrypted_archive");
    String[] many = new String[101];
    Arrays.setAll(many, i -> i + ".csv");
    refuses(zip(many), "too_many_members");
    read(zip(Arrays.copyOf(many, 100)));
    assertThat(members).hasSize(100);
  }

  @Test
  void aDamagedMemberIsRefusedAlone() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, UTF_8)) {
      for (String name : List.of("bad.csv", "good.csv")) {
        byte[] text = (name + " says").getBytes(US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(text);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(text.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(text);
        zip.closeEntry();
      }
    }
    read(replace(bytes.toByteArray(), "bad.csv says", "bad.csv lies"));
    assertThat(members).containsOnlyKeys("good.csv");
    assertThat(notices).containsExactly("damaged_member bad.csv");
  }
}
