/* Preloaded into a program under test: writes down, counts and breaks what it asks of the disk.

   FAULTS_FOLDER  only what happens below this folder counts
   FAULTS_TRACE   the file in which each operation is written down
   FAULTS_ACKS    what the program writes into this file was told to the person
   FAULTS_AT      the number of the operation that goes wrong, from 1; 0 or absent: none
   FAULTS_KIND    kill | torn | full | always-full | broken | always-broken

   fsync returns without syncing: the replayer decides what a disk would have kept. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

enum { GO_ON, TEAR, FAIL };

/* One operation in the trace; path, target and data follow it. Little-endian, no padding. */
struct __attribute__((packed)) head {
    char kind;
    uint64_t inode, offset, length;
    uint32_t path, target;
};

static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;
static const char *folder, *acks;
static size_t folder_length;
static int trace = -1;
static long count, at;
static char what[16];
static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);

__attribute__((constructor)) static void begin(void)
{
    real_write = REAL(write);
    real_pwrite = REAL(pwrite);
    folder = getenv("FAULTS_FOLDER");
    acks = getenv("FAULTS_ACKS");
    folder_length = folder ? strlen(folder) : 0;
    if (getenv("FAULTS_AT"))
        at = atol(getenv("FAULTS_AT"));
    if (getenv("FAULTS_KIND"))
        snprintf(what, sizeof what, "%s", getenv("FAULTS_KIND"));
    if (folder && getenv("FAULTS_TRACE"))
        trace = REAL(open)(getenv("FAULTS_TRACE"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int is_inside(const char *path)
{
    return folder && !strncmp(path, folder, folder_length)
        && (path[folder_length] == '/' || !path[folder_length]);
}

static int path_of(int file, char *path)
{
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    path[length < 0 ? 0 : length] = 0;
    return length > 0;
}

static void absolute(int base, const char *name, char *path)
{
    char start[PATH_MAX] = "";
    if (name[0] == '/')
        snprintf(path, PATH_MAX, "%s", name);
    else {
        if (base == AT_FDCWD ? !getcwd(start, sizeof start) : !path_of(base, start))
            start[0] = 0;
        if (snprintf(path, PATH_MAX, "%s/%s", start, name) >= PATH_MAX)
            path[0] = 0;
    }
}

static void put(const void *data, size_t length)
{
    const char *next = data;
    while (length > 0) {
        ssize_t done = real_write(trace, next, length);
        if (done <= 0)
            abort();
        next += done;
        length -= done;
    }
}

static void note(char kind, uint64_t inode, uint64_t offset, const void *data, uint64_t length,
                 const char *path, const char *target)
{
    if (trace < 0)
        return;
    int kept = errno;
    struct head head = {kind, inode, offset, length, strlen(path), strlen(target)};
    put(&head, sizeof head);
    put(path, head.path);
    put(target, head.target);
    if (data)
        put(data, length);
    errno = kept;
}

static uint64_t inode_of(int file)
{
    struct stat found;
    return fstat(file, &found) ? 0 : found.st_ino;
}

static uint64_t inode_at(const char *path)
{
    struct stat found;
    return lstat(path, &found) ? 0 : found.st_ino;
}

static void die(void)
{
    kill(getpid(), SIGKILL);
    pause();
}

/* Count one operation and say what becomes of it; needs_room: a full disk refuses it. */
static int step(int needs_room)
{
    count++;
    if (at == 0 || count < at)
        return GO_ON;
    int is_now = count == at;
    if (is_now && !strcmp(what, "kill"))
        die();
    if (is_now && !strcmp(what, "torn"))
        return TEAR;
    int is_full = strstr(what, "full") != NULL, is_broken = strstr(what, "broken") != NULL;
    if ((is_now || !strncmp(what, "always", 6)) && (is_broken || (is_full && needs_room))) {
        errno = is_full ? ENOSPC : EIO;
        return FAIL;
    }
    return GO_ON;
}

static void after(int decision)
{
    if (decision == TEAR)
        die();
}

/* files that come into being */

static int opened(int file, int is_new, int flags, const char *path)
{
    if (file >= 0 && is_new)
        note('C', inode_of(file), 0, NULL, 0, path, "");
    else if (file >= 0 && flags & O_TRUNC)
        note('T', inode_of(file), 0, NULL, 0, path, "");
    return file;
}

static int open_somewhere(int base, const char *name, int flags, mode_t mode)
{
    int (*real)(int, const char *, int, ...) = REAL(openat);
    char path[PATH_MAX];
    absolute(base, name, path);
    if (!is_inside(path) || !(flags & (O_CREAT | O_TRUNC)))
        return real(base, name, flags, mode);
    pthread_mutex_lock(&guard);
    struct stat there;
    int is_new = flags & O_CREAT && lstat(path, &there);
    int decision = is_new || flags & O_TRUNC ? step(is_new) : GO_ON;
    int file = decision == FAIL ? -1 : real(base, name, flags, mode);
    if (decision != FAIL)
        opened(file, is_new, flags, path);
    after(decision);
    pthread_mutex_unlock(&guard);
    return file;
}

#define MODE(flags)                                   \
    mode_t mode = 0;                                  \
    if ((flags) & (O_CREAT | __O_TMPFILE)) {          \
        va_list more;                                 \
        va_start(more, flags);                        \
        mode = va_arg(more, mode_t);                  \
        va_end(more);                                 \
    }

int open(const char *name, int flags, ...)
{
    MODE(flags);
    return open_somewhere(AT_FDCWD, name, flags, mode);
}

int open64(const char *name, int flags, ...)
{
    MODE(flags);
    return open_somewhere(AT_FDCWD, name, flags, mode);
}

int openat(int base, const char *name, int flags, ...)
{
    MODE(flags);
    return open_somewhere(base, name, flags, mode);
}

int openat64(int base, const char *name, int flags, ...)
{
    MODE(flags);
    return open_somewhere(base, name, flags, mode);
}

int creat(const char *name, mode_t mode)
{
    return open_somewhere(AT_FDCWD, name, O_CREAT | O_WRONLY | O_TRUNC, mode);
}

/* bytes that are written */

static off_t place_in(int file)
{
    struct stat found;
    if (fcntl(file, F_GETFL) & O_APPEND)
        return fstat(file, &found) ? 0 : found.st_size;
    return lseek(file, 0, SEEK_CUR);
}

static ssize_t put_down(int file, const void *data, size_t length, off_t offset)
{
    return offset < 0 ? real_write(file, data, length) : real_pwrite(file, data, length, offset);
}

/* offset below 0: where the file stands */
static ssize_t written(int file, const void *data, size_t length, off_t offset)
{
    char path[PATH_MAX];
    if (!folder || file == trace || !path_of(file, path))
        return put_down(file, data, length, offset);
    int is_ack = acks && !strcmp(path, acks);
    if (!is_ack && !is_inside(path))
        return put_down(file, data, length, offset);
    pthread_mutex_lock(&guard);
    int decision = is_ack ? GO_ON : step(1);
    uint64_t start = offset < 0 ? place_in(file) : offset;
    ssize_t done = -1;
    if (decision != FAIL)
        done = put_down(file, data, decision == TEAR ? length / 2 : length, offset);
    if (done > 0)
        note(is_ack ? 'A' : 'W', inode_of(file), start, data, done, path, "");
    after(decision);
    pthread_mutex_unlock(&guard);
    return done;
}

ssize_t write(int file, const void *data, size_t length)
{
    return written(file, data, length, -1);
}

ssize_t pwrite(int file, const void *data, size_t length, off_t offset)
{
    return written(file, data, length, offset);
}

ssize_t pwrite64(int file, const void *data, size_t length, off_t offset)
{
    return written(file, data, length, offset);
}

/* one piece after the other; who asked sees a short write when a later one fails */
static ssize_t written_in_pieces(int file, const struct iovec *pieces, int many, off_t offset)
{
    ssize_t all = 0;
    for (int one = 0; one < many; one++) {
        if (!pieces[one].iov_len)
            continue;
        off_t place = offset < 0 ? -1 : offset + all;
        ssize_t done = written(file, pieces[one].iov_base, pieces[one].iov_len, place);
        if (done < 0)
            return all ? all : -1;
        all += done;
    }
    return all;
}

ssize_t writev(int file, const struct iovec *pieces, int many)
{
    return written_in_pieces(file, pieces, many, -1);
}

ssize_t pwritev(int file, const struct iovec *pieces, int many, off_t offset)
{
    return written_in_pieces(file, pieces, many, offset);
}

ssize_t pwritev64(int file, const struct iovec *pieces, int many, off_t offset)
{
    return written_in_pieces(file, pieces, many, offset);
}

/* these would write past us: the caller falls back on write */
ssize_t sendfile(int to, int from, off_t *offset, size_t length)
{
    (void)to, (void)from, (void)offset, (void)length;
    errno = ENOSYS;
    return -1;
}

ssize_t sendfile64(int to, int from, off_t *offset, size_t length)
{
    return sendfile(to, from, offset, length);
}

ssize_t copy_file_range(int from, off64_t *a, int to, off64_t *b, size_t length, unsigned flags)
{
    (void)from, (void)a, (void)to, (void)b, (void)length, (void)flags;
    errno = ENOSYS;
    return -1;
}

static int is_ours(int file, char *path)
{
    return folder && path_of(file, path) && is_inside(path);
}

/* what changes a file or a name in one act */

#define ACT(needs_room, condition, call, noted)            \
    if (!folder || !(condition))                           \
        return call;                                       \
    pthread_mutex_lock(&guard);                            \
    int decision = step(needs_room);                       \
    int result = decision == FAIL ? -1 : (call);           \
    if (!result)                                           \
        noted;                                             \
    after(decision);                                       \
    pthread_mutex_unlock(&guard);                          \
    return result

int ftruncate(int file, off_t length)
{
    char path[PATH_MAX];
    int (*real)(int, off_t) = REAL(ftruncate);
    ACT(1, is_ours(file, path), real(file, length),
        note('T', inode_of(file), length, NULL, 0, path, ""));
}

int ftruncate64(int file, off64_t length)
{
    return ftruncate(file, length);
}

int posix_fallocate(int file, off_t offset, off_t length)
{
    (void)file, (void)offset, (void)length;
    return EOPNOTSUPP;
}

int posix_fallocate64(int file, off64_t offset, off64_t length)
{
    return posix_fallocate(file, offset, length);
}

int fallocate(int file, int mode, off_t offset, off_t length)
{
    (void)file, (void)mode, (void)offset, (void)length;
    errno = EOPNOTSUPP;
    return -1;
}

int fallocate64(int file, int mode, off64_t offset, off64_t length)
{
    return fallocate(file, mode, offset, length);
}

static int synced(int file, const char *path)
{
    struct stat found;
    ACT(0, 1, fstat(file, &found),
        note(S_ISDIR(found.st_mode) ? 'D' : 'S', found.st_ino, 0, NULL, 0, path, ""));
}

int fsync(int file)
{
    char path[PATH_MAX];
    return is_ours(file, path) ? synced(file, path) : REAL(fsync)(file);
}

int fdatasync(int file)
{
    char path[PATH_MAX];
    return is_ours(file, path) ? synced(file, path) : REAL(fdatasync)(file);
}

int unlinkat(int base, const char *name, int flags)
{
    char path[PATH_MAX];
    int (*real)(int, const char *, int) = REAL(unlinkat);
    absolute(base, name, path);
    uint64_t inode = inode_at(path);
    ACT(0, is_inside(path), real(base, name, flags), note('U', inode, 0, NULL, 0, path, ""));
}

int unlink(const char *name)
{
    return unlinkat(AT_FDCWD, name, 0);
}

int rmdir(const char *name)
{
    return unlinkat(AT_FDCWD, name, AT_REMOVEDIR);
}

int mkdirat(int base, const char *name, mode_t mode)
{
    char path[PATH_MAX];
    int (*real)(int, const char *, mode_t) = REAL(mkdirat);
    absolute(base, name, path);
    ACT(1, is_inside(path), real(base, name, mode),
        note('M', inode_at(path), 0, NULL, 0, path, ""));
}

int mkdir(const char *name, mode_t mode)
{
    return mkdirat(AT_FDCWD, name, mode);
}

int renameat2(int from, const char *old, int to, const char *new, unsigned flags)
{
    char path[PATH_MAX], target[PATH_MAX];
    int (*real)(int, const char *, int, const char *, unsigned) = REAL(renameat2);
    absolute(from, old, path);
    absolute(to, new, target);
    uint64_t inode = inode_at(path);
    ACT(1, is_inside(path) || is_inside(target), real(from, old, to, new, flags),
        note('R', inode, 0, NULL, 0, path, target));
}

int renameat(int from, const char *old, int to, const char *new)
{
    return renameat2(from, old, to, new, 0);
}

int rename(const char *old, const char *new)
{
    return renameat2(AT_FDCWD, old, AT_FDCWD, new, 0);
}

int linkat(int from, const char *old, int to, const char *new, int flags)
{
    char path[PATH_MAX], target[PATH_MAX];
    int (*real)(int, const char *, int, const char *, int) = REAL(linkat);
    absolute(from, old, path);
    absolute(to, new, target);
    uint64_t inode = inode_at(path);
    ACT(1, is_inside(target), real(from, old, to, new, flags),
        note('L', inode, 0, NULL, 0, path, target));
}

int link(const char *old, const char *new)
{
    return linkat(AT_FDCWD, old, AT_FDCWD, new, 0);
}
