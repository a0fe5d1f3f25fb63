/** Brings a database to the current schema and loads the reference data. */
@NullMarked
package org.fxbb.migrations;

import org.jspecify.annotations.NullMarked;
