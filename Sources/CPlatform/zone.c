#define _GNU_SOURCE
#include "CPlatform.h"

#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

int cp_use_zone(const char *name) {
  // A name that leads out of the zone database is not a zone.
  int known = name[0] != '\0' && name[0] != '/' && strstr(name, "..") == NULL;
  if (known && strcmp(name, "UTC") != 0) {
    char path[256] = "/usr/share/zoneinfo/";
    if (strlen(name) < 200) strcat(path, name);
    known = access(path, R_OK) == 0;
  }
  setenv("TZ", known ? name : "UTC", 1);
  tzset();
  return known;
}

int cp_zone_offset(int64_t second) {
  time_t when = (time_t)second;
  struct tm local;
  if (localtime_r(&when, &local) == NULL) return 0;
  return (int)local.tm_gmtoff;
}

void cp_account_name(char *name, size_t size) {
  struct passwd entry, *found = NULL;
  char buffer[4096];
  const char *text = "unknown";
  if (getpwuid_r(getuid(), &entry, buffer, sizeof buffer, &found) == 0 && found != NULL)
    text = found->pw_name;
  strncpy(name, text, size - 1);
  name[size - 1] = '\0';
}
