package org.fxbb.readers.app;

import static org.fxbb.readers.fuzz.Sound.check;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.fxbb.readers.Limits;
import org.fxbb.readers.fuzz.Corpus;
import org.fxbb.readers.fuzz.DumpTold;
import org.fxbb.readers.fuzz.Sound;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any dump of an app gives reports and notices; no position is kept more exactly than it may be.
 */
class AppDumpReaderFuzzTest {
  private static final Limits LIMITS = new Limits(100_000, 2_000, 500, 50, 100, 3_000, 16);

  private final AppDumpReader reader = new AppDumpReader(LIMITS);

  static List<byte[]> seeds() {
    return Corpus.of(
        AppDumpReaderFuzzTest.class,
        """
        {"install_uuid":"0b8ff1c7-6b5e-4d2c-9a1e-0c7f6b2f9a01","time":"2026-01-31T12:15:30Z",\
        "isp":"LIC-1","package_code":"H20","connection_type":"WIFI","platform":"ANDROID",\
        "app_version":"2","download_mbps":18.1,"upload_mbps":9,"latency_ms":3,"jitter_ms":0.5,\
        "loss_pct":1,"dns_ms":4,"http_ms":80,"video_buffer_ratio":0.02,"lat":23.81056,\
        "lon":90.41245,"feedback":{"category":"SPEED","text":"slow"}}
        {"install_uuid":"0b8ff1c7-6b5e-4d2c-9a1e-0c7f6b2f9a02","time":"2026-01-31T12:15:30Z",\
        "connection_type":"mobile_data","video_buffer_ratio":1.5,"feedback":{"text":"x"}}
        {"officer":{"code":"off-1","name":"N"},"isp":"isp-0001","pop":"p1",\
        "time":"2026-02-07T10:00:00Z","inspection_type":"ROUTINE",\
        "compliance_status":"PARTIAL","issues":[{"category":"POWER","severity":"HIGH",\
        "description":"none"},{"category":"x"}],"recommendations":["a","b"],\
        "speed_tests":[{"download_mbps":10,"latency_ms":9},{"upload_mbps":4}],\
        "gps":{"lat":23.8,"lon":90.4},"attachments":[{"file_name":"a.jpg",\
        "media_type":"image/jpeg","bytes":12,"sha256":\
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}]}
        {"officer":"off-1"} x
        """);
  }

  @MethodSource("seeds")
  @Timeout(60)
  @FuzzTest(maxDuration = "10m")
  void aDumpGivesReportsAndNotices(byte[] bytes) throws IOException {
    DumpTold<UserReport> users = new DumpTold<>(AppDumpReaderFuzzTest::checkUser);
    users.balanced(reader.readUsers(new ByteArrayInputStream(bytes), users), bytes);
    DumpTold<FieldReport> field = new DumpTold<>(report -> report.notices().forEach(Sound::notice));
    field.balanced(reader.readField(new ByteArrayInputStream(bytes), field), bytes);
  }

  @Test
  void soDoesEveryMutationOfTheCorpus() throws IOException {
    for (byte[] input : Corpus.mutations(seeds(), 5_000).toList()) {
      aDumpGivesReportsAndNotices(input);
    }
  }

  private static void checkUser(UserReport report) {
    report.notices().forEach(Sound::notice);
    check(isRounded(report.latitude()) && isRounded(report.longitude()), "an exact place", report);
    check(
        report.feedbackText() == null || report.feedbackCategory() != null,
        "a text without a category",
        report);
  }

  private static boolean isRounded(@Nullable BigDecimal degrees) {
    return degrees == null || degrees.scale() == 3;
  }
}
