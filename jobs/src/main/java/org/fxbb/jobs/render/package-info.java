/** Renders report packs and remembers what was rendered. */
@NullMarked
package org.fxbb.jobs.render;

import org.jspecify.annotations.NullMarked;
