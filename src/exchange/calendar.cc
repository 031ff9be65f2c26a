#include "exchange/calendar.h"

#include <algorithm>

namespace bocage::exchange {
namespace {

constexpr std::size_t kLongestLine = 75;  // octets, without the line end

std::string escaped(const std::string& text) {
  std::string out;
  for (char const c : text) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '\\' || c == ';' || c == ',') {
      out += '\\';
    }
    out += c == '\r' ? ' ' : c;
  }
  return out;
}

bool continues_a_letter(char c) {
  constexpr unsigned kMask = 0xC0;
  constexpr unsigned kContinuation = 0x80;
  return (static_cast<unsigned char>(c) & kMask) == kContinuation;
}

void add_line(std::string& out, const std::string& line) {
  std::size_t start = 0;
  std::size_t room = kLongestLine;
  while (line.size() - start > room) {
    std::size_t end = start + room;
    while (continues_a_letter(line[end])) {
      --end;
    }
    out += line.substr(start, end - start) + "\r\n ";
    start = end;
    room = kLongestLine - 1;  // the space before it counts
  }
  out += line.substr(start) + "\r\n";
}

std::string compact(base::Day day) {
  std::string text = base::format_day(day);
  std::erase(text, '-');
  return text;
}

std::string stamp_text(base::Moment stamp) {
  std::string text = base::format_moment(stamp);
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text + "00";
}

}  // namespace

std::string calendar_text(const std::string& name, base::Moment stamp,
                          const std::vector<CalendarEntry>& entries) {
  std::string out;
  add_line(out, "BEGIN:VCALENDAR");
  add_line(out, "VERSION:2.0");
  add_line(out, "PRODID:-//Bocage//Bocage//EN");
  add_line(out, "X-WR-CALNAME:" + escaped(name));
  for (const CalendarEntry& entry : entries) {
    add_line(out, "BEGIN:VEVENT");
    add_line(out, "UID:" + escaped(entry.uid));
    add_line(out, "DTSTAMP:" + stamp_text(stamp) + "Z");
    add_line(out, "DTSTART;VALUE=DATE:" + compact(entry.first));
    // The end is the day after, as RFC 5545 counts.
    add_line(out, "DTEND;VALUE=DATE:" + compact(base::Day{entry.last.since_epoch + 1}));
    add_line(out, "SUMMARY:" + escaped(entry.summary));
    add_line(out, "DESCRIPTION:" + escaped(entry.description));
    add_line(out, "END:VEVENT");
  }
  add_line(out, "END:VCALENDAR");
  return out;
}

}  // namespace bocage::exchange
