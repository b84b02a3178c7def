/* Preloaded into a program under test: writes down every socket that it asks the system for.

   SOCKETS_LOG  the file that gets one line a socket: its family as a number */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static void note(int family)
{
    const char *path = getenv("SOCKETS_LOG");
    char line[24];
    int length = snprintf(line, sizeof line, "%d\n", family);
    int file = path ? open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
    if (file < 0 || write(file, line, length) != length)
        abort();
    close(file);
}

int socket(int family, int kind, int protocol)
{
    int (*real)(int, int, int) = (int (*)(int, int, int))dlsym(RTLD_NEXT, "socket");
    note(family);
    return real(family, kind, protocol);
}

int socketpair(int family, int kind, int protocol, int pair[2])
{
    int (*real)(int, int, int, int *) =
        (int (*)(int, int, int, int *))dlsym(RTLD_NEXT, "socketpair");
    note(family);
    return real(family, kind, protocol, pair);
}
