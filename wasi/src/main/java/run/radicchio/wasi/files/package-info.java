/**
 * Files and directories, of WASI 0.2 and 0.3 alike, within the directories that a guest was given.
 *
 * <p>A path never leads out of its directory. What a guest has is a {@linkplain
 * run.radicchio.wasi.files.Pinned pinned} file or directory: a descriptor of the kernel's, which
 * means the same thing whatever becomes of its name. A path is {@linkplain
 * run.radicchio.wasi.files.Walk walked} name by name, from one pinned directory to the next; the
 * kernel is never given two names at once, nor told to follow a link. Symbolic links are read, and
 * their paths walked in the same way. So there is nothing between check and use that could change:
 * what was checked is what is used.
 *
 * <p>All is done with {@code java.nio.file} below {@code /proc/self/fd}, but for opening and
 * closing a pinned descriptor, which Java cannot. That is Linux; on other systems no directory can
 * be given yet. The words are those of 0.2, from which 0.3's are made ({@code P3Words}).
 */
@NullMarked
package run.radicchio.wasi.files;

import org.jspecify.annotations.NullMarked;
