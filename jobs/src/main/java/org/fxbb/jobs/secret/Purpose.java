package org.fxbb.jobs.secret;

/** What a secret is for; it is encrypted for this purpose and no other. */
public enum Purpose {
  /** Community of SNMP 1 or 2c. */
  SNMP_COMMUNITY,
  /** Authentication key of SNMP 3. */
  SNMP_V3_AUTH,
  /** Privacy key of SNMP 3. */
  SNMP_V3_PRIV,
  /** Password of the mail server. */
  SMTP_PASSWORD,
  /** Token or address of a notification channel. */
  CHANNEL,
  /** Anything else. */
  OTHER
}
