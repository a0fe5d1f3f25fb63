/** One load: staging tables, one merging transaction, SQL beside the class that runs it. */
@NullMarked
package org.fxbb.writers.load;

import org.jspecify.annotations.NullMarked;
