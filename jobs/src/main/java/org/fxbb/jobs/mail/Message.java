package org.fxbb.jobs.mail;

/**
 * What a mail says.
 *
 * @param subject one line
 * @param plain the text for readers without HTML
 * @param html the same as a page without external parts
 */
public record Message(String subject, String plain, String html) {
  /** Refuses a message that says nothing. */
  public Message {
    if (subject.isBlank() || plain.isBlank() || html.isBlank()) {
      throw new IllegalArgumentException(
          "Cannot make a message: expected a subject, a plain and an HTML text, found one of them empty.");
    }
  }
}
