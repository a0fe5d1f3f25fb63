package org.fxbb.jobs.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;

/** The lists of the regulator beside ISPs, PoPs and agents. Source: spec 4.8. */
final class RegistryFeedsIT {
  private static final Instant NOW = Instant.parse("2026-02-09T00:00:00Z");
  private static final String AT = "2026-02-08T04:00:00Z";

  private static void list(Town town, String name, String text) {
    town.drop("manual/inbox", name, text, AT);
  }

  private static byte[] field(byte[] bytes) {
    return ByteBuffer.allocate(4 + bytes.length).putInt(bytes.length).put(bytes).array();
  }

  private static String key(String type, byte[]... fields) {
    ByteArrayOutputStream blob = new ByteArrayOutputStream();
    blob.writeBytes(field(type.getBytes(US_ASCII)));
    for (byte[] bytes : fields) {
      blob.writeBytes(field(bytes));
    }
    return type + " " + Base64.getEncoder().encodeToString(blob.toByteArray()) + " clerk@office";
  }

  private static String ed25519(int seed) {
    byte[] point = new byte[32];
    point[0] = (byte) seed;
    return key("ssh-ed25519", point);
  }

  private static String rsa(int bits) {
    return key(
        "ssh-rsa",
        BigInteger.valueOf(65_537).toByteArray(),
        BigInteger.ONE.shiftLeft(bits - 1).setBit(0).toByteArray());
  }

  @Test
  void eachListIsUpsertedByItsKeyAndItsBadRowsAreTold(@TempDir Path folder) {
    try (Town town = new Town(folder, NOW)) {
      Delta.register(town);
      list(
          town,
          "snmp_targets_2026-02-01.csv",
          """
          isp_code,pop_code,interface_type,upstream_operator,target_ip,port,version,credential_ref,if_index,if_name,if_speed_mbps
          isp-0001,p1,INTERNET,Upstream One,10.0.0.1,1161,2C,community-1,1,ge-0/0/1,1000
          isp-0001,p1,INTERNET,Upstream One,10.0.0.1,,3,,2,,1000
          isp-0001,p9,INTERNET,,10.0.0.1,,3,,3,,
          isp-0001,p1,INTERNET,,10.0.0.1,65536,3,,4,,
          isp-0009,p1,INTERNET,,10.0.0.1,,3,,5,,
          """);
      list(
          town,
          "test_targets_2026-02-01.csv",
          """
          code,category,test_type,target_type,host,port,url
          ping-1,ix_peer,ICMP,IX,ix.example.bd,,
          web-1,SHOP,HTTPS,NATIONAL,shop.example.bd,443,https://shop.example.bd/
          """);
      list(
          town,
          "commitments_2026-02-01.csv",
          """
          isp_code,commitment,value,due_date
          isp-0001,POP_COUNT,4,2026-12-31
          isp-0001,SUBSCRIBERS,1000,
          isp-0009,POP_COUNT,4,
          """);
      list(
          town,
          "calendar_2026-02-01.csv",
          """
          day,kind,value
          2026-02-21,HOLIDAY,শহীদ দিবস
          2026-02-05,BUSY_HOURS,20-24
          2026-02-20,BUSY_HOURS,20-24
          2026-02-22,BUSY_HOURS,20-25
          2026-02-23,BUSY_HOURS,20-20
          2026-02-24,BUSY_HOURS,evening
          """);
      list(
          town,
          "credentials_2026-02-01.csv",
          "account,ssh_public_key,valid_from,valid_to\n"
              + "ISP-0001,"
              + ed25519(1)
              + ",,\n"
              + Delta.AGENT
              + ","
              + rsa(3072)
              + ",2026-03-01,2026-03-31\n"
              + "isp-0001,"
              + rsa(3071)
              + ",,\n"
              + "isp-0001,ssh-ed25519 AAAA,,\n"
              + "isp-0099,"
              + ed25519(2)
              + ",,\n");
      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);

      assertThat(
              town.texts(
                  "SELECT feed || ' ' || state || ' ' || rows_loaded || ' ' || rows_quarantined FROM submission_files WHERE file_name LIKE '%_2026-02-01.csv' ORDER BY feed"))
          .containsExactly(
              "calendar ACCEPTED_WITH_ERRORS 3 3",
              "commitments ACCEPTED_WITH_ERRORS 2 1",
              "credentials ACCEPTED_WITH_ERRORS 2 3",
              "snmp_targets ACCEPTED_WITH_ERRORS 2 3",
              "test_targets ACCEPTED_WITH_ERRORS 1 1");
      assertThat(
              town.texts(
                  "SELECT feed || ' ' || row_number || ' ' || code || ' ' || coalesce(found, '') FROM submission_notices WHERE severity = 'ERROR' ORDER BY feed, row_number"))
          .containsExactly(
              "calendar 5 number_out_of_range 20-25",
              "calendar 6 number_out_of_range 20-20",
              "calendar 7 number_out_of_range evening",
              "commitments 4 unknown_isp_code isp-0009",
              "credentials 4 weak_ssh_key 3071",
              "credentials 5 unreadable_ssh_key ssh-ed25519 AAAA",
              "credentials 6 unknown_account isp-0099",
              "snmp_targets 4 unregistered_pop p9",
              "snmp_targets 5 number_out_of_range 65536",
              "snmp_targets 6 unknown_isp_code isp-0009",
              "test_targets 3 unknown_enum_value SHOP");
      assertThat(
              town.texts(
                  "SELECT target_key || ' ' || version || ' ' || coalesce(port::text, '-') || ' ' || coalesce(credential_ref, '-') || ' ' || origin FROM snmp_targets ORDER BY 1"))
          .containsExactly(
              "10.0.0.1/1/INTERNET 2c 1161 community-1 REGISTRY",
              "10.0.0.1/2/INTERNET 3 - - REGISTRY");
      assertThat(town.texts("SELECT code || ' ' || category_code FROM test_targets"))
          .containsExactly("ping-1 IX_PEER");
      assertThat(town.texts("SELECT commitment || ' ' || value FROM isp_commitments ORDER BY 1"))
          .containsExactly("POP_COUNT 4", "SUBSCRIBERS 1000");
      assertThat(
              town.texts("SELECT day || ' ' || kind || ' ' || value FROM calendar_days ORDER BY 1"))
          .containsExactly(
              "2026-02-05 BUSY_HOURS 20-24",
              "2026-02-20 BUSY_HOURS 20-24",
              "2026-02-21 HOLIDAY শহীদ দিবস");
      assertThat(
              town.texts(
                  "SELECT to_char(hour AT TIME ZONE 'Asia/Dhaka', 'YYYY-MM-DD HH24:MI') FROM rollup_dirty_marks WHERE table_name = 'availability_slots'"))
          .as("only the day that has begun is judged again")
          .containsExactly("2026-02-05 00:00");
      assertThat(
              town.texts(
                  "SELECT account || ' ' || split_part(public_key, ' ', 1) || ' ' || to_char(valid_from AT TIME ZONE 'Asia/Dhaka', 'MM-DD HH24:MI') || ' ' || coalesce(to_char(valid_to AT TIME ZONE 'Asia/Dhaka', 'MM-DD HH24:MI'), '-') FROM sftp_credentials ORDER BY 1"))
          .containsExactly(
              Delta.AGENT + " ssh-rsa 03-01 00:00 04-01 00:00",
              "isp-0001 ssh-ed25519 02-01 00:00 -");

      town.sql.update(
          "UPDATE sftp_credentials SET revoked_at = now() WHERE account = '" + Delta.AGENT + "'");
      list(
          town,
          "credentials_2026-02-02.csv",
          "account,ssh_public_key,valid_to\n"
              + "isp-0001,"
              + ed25519(1)
              + ",2026-02-28\n"
              + Delta.AGENT
              + ","
              + rsa(3072)
              + ",\n");
      list(
          town,
          "commitments_2026-02-02.csv",
          "isp_code,commitment,value,due_date\nisp-0001,SUBSCRIBERS,2000,\n");
      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);
      assertThat(
              town.texts(
                  "SELECT account || ' ' || coalesce(to_char(valid_to AT TIME ZONE 'Asia/Dhaka', 'MM-DD HH24:MI'), '-') FROM sftp_credentials WHERE revoked_at IS NULL"))
          .containsExactly("isp-0001 03-01 00:00");
      assertThat(town.texts("SELECT code FROM submission_notices WHERE code LIKE 'revoked%'"))
          .containsExactly("revoked_ssh_key");
      assertThat(town.texts("SELECT commitment || ' ' || value FROM isp_commitments ORDER BY 1"))
          .containsExactly("POP_COUNT 4", "SUBSCRIBERS 2000");
    }
  }
}
