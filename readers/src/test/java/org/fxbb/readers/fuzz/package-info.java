/** What the fuzz tests of all readers share: where their inputs come from and what always holds. */
@NullMarked
package org.fxbb.readers.fuzz;

import org.jspecify.annotations.NullMarked;
