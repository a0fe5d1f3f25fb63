package org.fxbb.readers.bytes;

import static org.fxbb.readers.fuzz.Sound.check;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fxbb.readers.Limits;
import org.fxbb.readers.fuzz.Corpus;
import org.fxbb.readers.fuzz.Sound;
import org.fxbb.readers.notice.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Any zip gives members and notices, or is refused; no member has a name that leads anywhere. */
class ZipMembersFuzzTest {
  private static final Limits LIMITS = new Limits(100_000, 2_000, 500, 50, 100, 3_000, 16);

  @TempDir static Path folder;

  static List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>(Corpus.of(ZipMembersFuzzTest.class, ""));
    seeds.add(zip("isp-0142_packages_2026-01.csv"));
    seeds.add(zip("a/b.csv", "../c.csv", "/d.csv", "C:\\e.csv", "Thumbs.db", "f.zip"));
    seeds.add(zip("ঢাকা.csv", "A.csv", "b/a.CSV"));
    seeds.add(zip());
    return seeds;
  }

  @MethodSource("seeds")
  @Timeout(60)
  @FuzzTest(maxDuration = "10m")
  void aZipGivesMembersAndNotices(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("delivered.zip"), bytes);
    List<String> once = read(file);
    check(once.equals(read(file)), "something else the second time", once);
  }

  @Test
  void soDoesEveryMutationOfTheCorpus() throws IOException {
    for (byte[] input : Corpus.mutations(seeds(), 5_000).toList()) {
      aZipGivesMembersAndNotices(input);
    }
  }

  private static List<String> read(Path file) throws IOException {
    Told told = new Told();
    try {
      ZipMembers.read(file, LIMITS, told);
    } catch (RefusedContentException e) {
      told.notice(e.notice());
    }
    return told.all;
  }

  /** Everything that was given, as text. */
  private static final class Told implements ZipMembers.Sink {
    final List<String> all = new ArrayList<>();

    @Override
    public void member(String name, InputStream bytes) throws IOException {
      Sound.text(name);
      boolean isPlain =
          !name.equals("..") && name.chars().noneMatch(c -> c == '/' || c == '\\' || c < ' ');
      check(isPlain, "a name that leads somewhere", name);
      byte[] content = bytes.readAllBytes();
      check(content.length <= LIMITS.fileBytes(), "more bytes than allowed", content.length);
      all.add(name + " " + Arrays.hashCode(content));
    }

    @Override
    public void damaged(String name) {
      all.add("damaged " + name);
    }

    @Override
    public void notice(Notice notice) {
      Sound.notice(notice);
      all.add(notice.toString());
    }
  }

  private static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("a,b\n1,2\n".repeat(20).getBytes(StandardCharsets.UTF_8));
      }
    }
    return packed.toByteArray();
  }
}
