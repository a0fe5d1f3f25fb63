/** Names of files in the drop area and what they say about their content. */
@NullMarked
package org.fxbb.readers.name;

import org.jspecify.annotations.NullMarked;
