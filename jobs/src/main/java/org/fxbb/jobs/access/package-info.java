/** Who may use the engine and what opens it: users, API keys, SFTP credentials. */
@NullMarked
package org.fxbb.jobs.access;

import org.jspecify.annotations.NullMarked;
