/** What senders are told about the feeds: schemas, templates, examples and guides. */
@NullMarked
package org.fxbb.readers.guide;

import org.jspecify.annotations.NullMarked;
