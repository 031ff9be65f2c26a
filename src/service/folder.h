#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/result.h"
#include "base/write_file.h"

namespace bocage::service {

using Files = std::map<std::string, std::string>;  // name -> bytes

// A territory's folder, for one change at a time. A cooperation's folder without stakeholders reads
// and changes those of the territory above (docs/decisions/0026). While it lives, no other process
// that asks can change the folder; programs that do not ask (a spreadsheet) still can, which
// `revision` tells.
class Folder {
 public:
  // Waits for whoever changes the folder now, and finishes what a killed process left half done;
  // what cannot be finished is read from where it waits.
  // A folder that can only be read opens all the same.
  static base::Result<Folder, base::WriteFailure> open(const std::string& path);
  Folder(Folder&& other) noexcept;
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  Folder& operator=(Folder&&) = delete;
  ~Folder();

  // Tables, settings and plans; a file that cannot be read is left out, for the reader of the
  // territory to report.
  [[nodiscard]] Files read() const;

  // All of them or none, whatever happens meanwhile. A failure changed nothing.
  [[nodiscard]] std::optional<base::WriteFailure> write(const Files& files) const;

 private:
  Folder(std::string path, int lock) : path_(std::move(path)), lock_(lock) {}
  // The folder above, where a cooperation shares its table of stakeholders: locked, too.
  void share_stakeholders();
  [[nodiscard]] std::string place_of(const std::string& name) const;
  [[nodiscard]] std::optional<base::WriteFailure> finish_commit() const;

  std::string path_;
  int lock_ = -1;
  std::string shared_;  // empty where the folder has a table of its own
  int shared_lock_ = -1;
};

// What `read` reads of a folder's own, by whoever has no need to wait for it.
[[nodiscard]] Files files_in(const std::string& path);

// Of the bytes of one file, to notice that somebody else changed it.
[[nodiscard]] std::string revision(const Files& files, const std::string& name);

}  // namespace bocage::service
