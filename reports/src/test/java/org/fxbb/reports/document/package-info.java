/** Tests of the package of the same name. */
@NullMarked
package org.fxbb.reports.document;

import org.jspecify.annotations.NullMarked;
