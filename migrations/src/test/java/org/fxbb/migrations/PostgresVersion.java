package org.fxbb.migrations;

/** The versions of PostgreSQL that tests may ask for. */
public enum PostgresVersion {
  /** The oldest that is supported; needs maven-dependency-plugin in the module's pom. */
  POSTGRES_15,
  /** The one that the engine brings. */
  POSTGRES_17
}
