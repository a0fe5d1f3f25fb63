/** The numbers of judgement as rows of a policy set, read for a day. */
@NullMarked
package org.fxbb.jobs.policy;

import org.jspecify.annotations.NullMarked;
