package org.fxbb.jobs.access;

/**
 * Whom a password or key belongs to.
 *
 * @param kind what it is
 * @param id in the table of its kind
 * @param name login of a user, code of an ISP, UUID of an agent
 */
public record Account(Kind kind, long id, String name) {

  /** What may own a password or key. */
  public enum Kind {
    /** A person, in {@code users}. */
    USER,
    /** In {@code isps}. */
    ISP,
    /** A measuring agent, in {@code software_agents}. */
    AGENT;

    /** As in a sentence. */
    String word() {
      return switch (this) {
        case USER -> "user";
        case ISP -> "ISP";
        case AGENT -> "agent";
      };
    }
  }

  /** The id when the account is of this kind, else null: for the owner columns of a table. */
  @org.jspecify.annotations.Nullable
  Long idWhen(Kind wanted) {
    return kind == wanted ? id : null;
  }

  @Override
  public String toString() {
    return kind.word() + " " + name;
  }
}
