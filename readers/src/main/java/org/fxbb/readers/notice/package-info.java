/**
 * What can be wrong with a file, a row or a submission: one record per rule, with its text in
 * English and Bangla.
 */
@NullMarked
package org.fxbb.readers.notice;

import org.jspecify.annotations.NullMarked;
