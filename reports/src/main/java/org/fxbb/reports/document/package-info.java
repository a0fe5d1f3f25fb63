/** Drawing of PDF documents: every mark on a page goes through one canvas that knows its role. */
@NullMarked
package org.fxbb.reports.document;

import org.jspecify.annotations.NullMarked;
