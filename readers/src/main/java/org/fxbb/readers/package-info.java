/** Reads what files say: feeds, file names, CSV and NDJSON readers, notices. */
@NullMarked
package org.fxbb.readers;

import org.jspecify.annotations.NullMarked;
