/** Declarations of the CSV feeds: columns, types, ranges and natural keys. */
@NullMarked
package org.fxbb.readers.feed;

import org.jspecify.annotations.NullMarked;
