/** Tests of the package of the same name. */
@NullMarked
package org.fxbb.reports.pack;

import org.jspecify.annotations.NullMarked;
