/** Tests of users, keys and credentials. */
@NullMarked
package org.fxbb.jobs.access;

import org.jspecify.annotations.NullMarked;
