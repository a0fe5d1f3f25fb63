/** Tests of the schema, and the database that tests of every module use. */
@NullMarked
package org.fxbb.migrations;

import org.jspecify.annotations.NullMarked;
