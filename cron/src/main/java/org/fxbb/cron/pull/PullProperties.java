package org.fxbb.cron.pull;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code fxbb.pull}: a remote SFTP server whose inboxes are emptied into ours.
 *
 * @param host its name or address; null = nothing is pulled
 * @param port where it listens
 * @param user the account there
 * @param keyFile private key of OpenSSH without passphrase
 * @param knownHosts file of OpenSSH with the server's host key
 * @param folder the folder there that is laid out like the drop area
 * @param keep whether fetched files are moved to {@code taken} beside their inbox, not removed
 * @param timeout how long to wait for an answer
 */
@ConfigurationProperties("fxbb.pull")
public record PullProperties(
    @Nullable String host,
    @DefaultValue("22") int port,
    @DefaultValue("fxbb") String user,
    @DefaultValue("./var/keys/pull") Path keyFile,
    @DefaultValue("./var/keys/pull_known_hosts") Path knownHosts,
    @DefaultValue(".") String folder,
    @DefaultValue("false") boolean keep,
    @DefaultValue("30s") Duration timeout) {}
