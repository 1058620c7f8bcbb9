// Small commands of WASI 0.2 in C, with its library: the first argument says which. What cannot be
// done ends in an error, and why on standard error.
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const long NANOSECONDS = 1000000000;

static int failed(const char *what) {
  fprintf(stderr, "%s: %s\n", what, strerror(errno));
  return EXIT_FAILURE;
}

static int print_arguments(int count, char **arguments) {
  for (int i = 0; i < count; i++) {
    puts(arguments[i]);
  }
  return EXIT_SUCCESS;
}

static int print_variable(const char *name) {
  const char *value = getenv(name);
  puts(value == NULL ? "(none)" : value);
  return EXIT_SUCCESS;
}

// Copies standard input, each line with its number.
static int number_lines(void) {
  char *line = NULL;
  size_t room = 0;
  for (long i = 1; getline(&line, &room, stdin) >= 0; i++) {
    printf("%ld %s", i, line);
  }
  free(line);
  return ferror(stdin) ? failed("standard input") : EXIT_SUCCESS;
}

static int write_file(const char *path, const char *mode, const char *text) {
  FILE *file = fopen(path, mode);
  if (file == NULL) {
    return failed(path);
  }
  fputs(text, file);
  return fclose(file) == 0 ? EXIT_SUCCESS : failed(path);
}

// Prints a file from a place on.
static int print_file(const char *path, long place) {
  FILE *file = fopen(path, "r");
  if (file == NULL || fseek(file, place, SEEK_SET) != 0) {
    return failed(path);
  }
  char some[4096];
  size_t count;
  while ((count = fread(some, 1, sizeof some, file)) > 0) {
    fwrite(some, 1, count, stdout);
  }
  int result = ferror(file) ? failed(path) : EXIT_SUCCESS;
  fclose(file);
  return result;
}

static int print_size(const char *path) {
  struct stat known;
  if (stat(path, &known) != 0) {
    return failed(path);
  }
  printf("%s %lld\n", S_ISDIR(known.st_mode) ? "directory" : "file", (long long)known.st_size);
  return EXIT_SUCCESS;
}

static int other_than_dots(const struct dirent *entry) {
  return strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
}

static int print_directory(const char *path) {
  struct dirent **entries;
  int count = scandir(path, &entries, other_than_dots, alphasort);
  if (count < 0) {
    return failed(path);
  }
  for (int i = 0; i < count; i++) {
    puts(entries[i]->d_name);
    free(entries[i]);
  }
  free(entries);
  return EXIT_SUCCESS;
}

static int print_time(void) {
  time_t now = time(NULL);
  char text[64];
  strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ\n", gmtime(&now));
  fputs(text, stdout);
  return EXIT_SUCCESS;
}

static int sleep_for(long nanoseconds) {
  struct timespec begin, end;
  clock_gettime(CLOCK_MONOTONIC, &begin);
  struct timespec time = {nanoseconds / NANOSECONDS, nanoseconds % NANOSECONDS};
  if (nanosleep(&time, NULL) != 0) {
    return failed("sleep");
  }
  clock_gettime(CLOCK_MONOTONIC, &end);
  long long slept =
      (end.tv_sec - begin.tv_sec) * (long long)NANOSECONDS + end.tv_nsec - begin.tv_nsec;
  puts(slept >= nanoseconds ? "slept" : "woke too soon");
  return EXIT_SUCCESS;
}

static int is(const char *command, int count, const char *name, int arguments) {
  return count == arguments + 2 && strcmp(command, name) == 0;
}

int main(int count, char **words) {
  const char *command = count > 1 ? words[1] : "";
  if (strcmp(command, "arguments") == 0) {
    return print_arguments(count - 2, words + 2);
  } else if (is(command, count, "variable", 1)) {
    return print_variable(words[2]);
  } else if (is(command, count, "number-lines", 0)) {
    return number_lines();
  } else if (is(command, count, "write", 2)) {
    return write_file(words[2], "w", words[3]);
  } else if (is(command, count, "append", 2)) {
    return write_file(words[2], "a", words[3]);
  } else if (is(command, count, "read", 2)) {
    return print_file(words[2], atol(words[3]));
  } else if (is(command, count, "stat", 1)) {
    return print_size(words[2]);
  } else if (is(command, count, "list", 1)) {
    return print_directory(words[2]);
  } else if (is(command, count, "rename", 2)) {
    return rename(words[2], words[3]) == 0 ? EXIT_SUCCESS : failed(words[2]);
  } else if (is(command, count, "make-directory", 1)) {
    return mkdir(words[2], 0777) == 0 ? EXIT_SUCCESS : failed(words[2]);
  } else if (is(command, count, "remove", 1)) {
    return remove(words[2]) == 0 ? EXIT_SUCCESS : failed(words[2]);
  } else if (is(command, count, "time", 0)) {
    return print_time();
  } else if (is(command, count, "sleep", 1)) {
    return sleep_for(atol(words[2]));
  }
  fprintf(stderr, "%s: is no command\n", command);
  return EXIT_FAILURE;
}
