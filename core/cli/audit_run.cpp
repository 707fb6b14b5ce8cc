#include "cli/audit_run.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "api/audit.h"
#include "base/codes.h"
#include "cli/interrupt.h"

namespace supportcalc {
namespace {

constexpr std::size_t kBlock = std::size_t{256} * 1024;

KnownShape shape_of(const Mapping& mapping) { return {mapping.delimiter, mapping.lines_before_header}; }

// The separator that Excel expects of a CSV file, by the language's decimal mark.
char excel_separator(std::string_view language) { return language == "en" ? ',' : ';'; }

// How far it is, on a terminal: "12 %, 120,000 rows".
class Progress {
 public:
  Progress(Console& console, const TableSource& source)
      : console_(console), source_(source), shows_(console.err.is_terminal()) {}

  void tell(std::size_t rows) {
    constexpr std::size_t kStep = 50'000;
    if (!shows_ || rows < next_) {
      return;
    }
    next_ = rows + kStep;
    const std::string part =
        source_.size() == 0 ? "" : std::to_string(source_.position() * 100 / source_.size()) + " %, ";
    console_.err.write("\r" + part + std::to_string(rows) + " rows ");
    console_.err.flush();
    has_told_ = true;
  }
  void end() {
    if (has_told_) {
      console_.err.write("\r\x1B[K");
      console_.err.flush();
    }
  }

 private:
  Console& console_;
  const TableSource& source_;
  bool shows_;
  bool has_told_ = false;
  std::size_t next_ = 50'000;
};

// What the threads share. Blocks are handed out, numbered and written in their order.
class Pipeline {
 public:
  Pipeline(const AuditWishes& wishes, const SeenIds* last, TableSource& source, Output* out, Console& console)
      : source_(source), text_(shape_of(wishes.basis.mapping), kBlock), out_(out), progress_(console, source) {
    table_.last = last;
    table_.repeated = wishes.basis.mapping.repeated_ids.value_or(RepeatedIds::First);
  }

  // The header, read before any block.
  const TableHeader* header() {
    std::string piece;
    while (!text_.header() && text_.no_table() == NoTable::None && !at_end_) {
      feed(piece);
    }
    if (text_.header()) {
      table_.row = text_.header()->rows_before;
    }
    return text_.header() && text_.no_table() == NoTable::None ? &*text_.header() : nullptr;
  }
  const TableText& text() const { return text_; }

  // Judges blocks until there are no more.
  void work(TableAuditor& auditor, const AuditTable* table) {
    std::string block;
    std::string rows;
    for (std::size_t turn = 0; next(block, turn);) {
      auditor.parse(std::move(block));
      in_turn(numbered_, turn, [&] {
        auditor.number(table_);
        progress_.tell(table_.row);
      });
      rows.clear();
      if (table == nullptr) {
        auditor.judge(nullptr);
        continue;
      }
      auditor.judge(
          [&](const AuditedTicket& audited, List<std::string_view> cells) { table->append(audited, cells, rows); });
      in_turn(written_, turn, [&] { out_->write(rows); });
    }
  }

  void end() { progress_.end(); }
  const SeenIds& ids() const { return table_.ids; }

 private:
  void feed(std::string& piece) {
    if (interrupted() == 0 && source_.read(piece)) {
      text_.add(piece);
    } else {
      at_end_ = true;
      // Half a row is no row.
      if (interrupted() == 0) {
        text_.finish();
      }
    }
  }

  bool next(std::string& block, std::size_t& turn) {
    const std::lock_guard lock(reading_);
    while (!text_.take_block(block)) {
      if (at_end_ || interrupted() != 0 || (out_ != nullptr && out_->failed())) {
        return false;
      }
      feed(piece_);
    }
    turn = turns_++;
    return true;
  }

  template <class Step>
  void in_turn(std::size_t& done, std::size_t turn, const Step& step) {
    std::unique_lock lock(turning_);
    turned_.wait(lock, [&] { return done == turn; });
    step();
    ++done;
    turned_.notify_all();
  }

  TableSource& source_;
  TableText text_;
  Output* out_;
  Progress progress_;
  TableProgress table_;
  bool at_end_ = false;
  std::string piece_;
  std::mutex reading_;
  std::size_t turns_ = 0;
  std::mutex turning_;
  std::condition_variable turned_;
  std::size_t numbered_ = 0;
  std::size_t written_ = 0;
};

}  // namespace

ScannedTable scan_table(const Mapping& mapping, bool knows_ids, std::size_t jobs, TableSource& source) {
  ScannedTable scanned;
  TableText text(shape_of(mapping), kBlock);
  std::size_t row = 0;
  std::string piece;
  bool at_end = false;
  std::mutex reading;
  // The next block; false at the end, and where there is no table.
  const auto next = [&](std::string& block) {
    const std::lock_guard lock(reading);
    while (!text.take_block(block)) {
      const bool is_none = text.no_table() != NoTable::None && text.no_table() != NoTable::OneColumn;
      if (at_end || is_none || interrupted() != 0) {
        return false;
      }
      at_end = !source.read(piece);
      if (at_end) {
        text.finish();
      } else {
        text.add(piece);
      }
    }
    return true;
  };
  std::string block;
  while ((scanned.scan == nullptr || knows_ids || jobs == 1 || !scanned.scan->has_chosen()) && next(block)) {
    if (scanned.scan == nullptr) {
      scanned.header = std::make_unique<TableHeader>(*text.header());
      scanned.scan = std::make_unique<TableScan>(*scanned.header, mapping, knows_ids);
      row = scanned.header->rows_before;
    }
    BlockReader(*scanned.header).read(block, row, [&scanned](const TableRow& each) { scanned.scan->add(each); });
  }
  if (scanned.scan == nullptr && text.header()) {
    scanned.header = std::make_unique<TableHeader>(*text.header());
    scanned.scan = std::make_unique<TableScan>(*scanned.header, mapping, knows_ids);
  }
  if (scanned.scan != nullptr && scanned.scan->has_chosen() && jobs > 1) {
    std::vector<TableScan> parts(jobs, scanned.scan->part());
    const auto work = [&](TableScan& part) {
      std::string own;
      std::size_t own_row = 0;
      BlockReader reader(*scanned.header);
      while (next(own)) {
        reader.read(own, own_row, [&part](const TableRow& each) { part.add(each); });
      }
    };
    std::vector<std::thread> threads;
    for (std::size_t i = 1; i < jobs; ++i) {
      threads.emplace_back([&, i] { work(parts[i]); });
    }
    work(parts.front());
    for (auto& thread : threads) {
      thread.join();
    }
    for (const auto& part : parts) {
      scanned.scan->add(part);
    }
  }
  if (const auto problem = table_problem(text, source.head())) {
    scanned.problems.push_back(*problem);
  }
  return scanned;
}

AuditRun run_audit(const PolicySet& set, const AuditWishes& wishes, const SeenIds* last, TableSource& source,
                   Output* out, Console& console) {
  AuditRun run;
  const Mapping& mapping = wishes.basis.mapping;
  Pipeline pipeline(wishes, last, source, out, console);
  const TableHeader* header = pipeline.header();
  if (header == nullptr) {
    if (const auto problem = table_problem(pipeline.text(), source.head()); problem && interrupted() == 0) {
      run.problems.push_back(*problem);
    }
    run.interrupted = interrupted() != 0;
    return run;
  }
  std::optional<AuditTable> table;
  if (out != nullptr) {
    table.emplace(*header, wishes.for_excel ? excel_separator(wishes.language) : ',', true);
    out->write(wishes.for_excel ? "\xEF\xBB\xBF" : "");
    out->write(table->head());
  }
  std::vector<std::unique_ptr<TableAuditor>> auditors;
  for (std::size_t i = 0; i < wishes.jobs; ++i) {
    auto made =
        TableAuditor::make(set, audit_options(mapping, wishes.basis.now), *header, mapping, wishes.by, wishes.filter);
    if (!made) {
      run.problems = made.diagnostics();
      return run;
    }
    auditors.push_back(*std::move(made));
  }
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < auditors.size(); ++i) {
    threads.emplace_back([&, i] { pipeline.work(*auditors[i], table ? &*table : nullptr); });
  }
  pipeline.work(*auditors.front(), table ? &*table : nullptr);
  for (auto& thread : threads) {
    thread.join();
  }
  pipeline.end();
  for (const auto& auditor : auditors) {
    run.report += auditor->report();
  }
  if (wishes.mergeable && last == nullptr) {
    run.report.ids = pipeline.ids().hashes();
  } else if (wishes.mergeable) {
    run.report.ids = last->hashes();
  }
  run.interrupted = interrupted() != 0;
  return run;
}

}  // namespace supportcalc
