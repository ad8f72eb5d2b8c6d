#include "pack_selections.hpp"

#include <algorithm>

#include "sort.hpp"

namespace prorata {
namespace {

/// Far above the price of every answer, far below overflow.
constexpr std::int64_t mostPrice = std::int64_t{1} << 56;

/// Some twenty megabytes each; powers of two, as vectors double.
constexpr std::size_t mostSelections = std::size_t{1} << 17;
constexpr std::size_t mostCandidates = std::size_t{1} << 18;

/// A purchase is refused a place in the list for those alone; more would cost more time than they save.
constexpr std::size_t mostStairs = 1'000;

// Whether `other`, in the place of `pack`, would always do better: at least as many minutes for less, or the same kind
// listed before.
bool isNeverBetter(const std::vector<Pack>& packs, PackIndex pack, PackIndex other) {
  const Pack &mine = packs[pack], &theirs = packs[other];
  if (theirs.price < mine.price) return theirs.minutes >= mine.minutes;
  return theirs.price == mine.price && theirs.minutes == mine.minutes && other < pack;
}

}  // namespace

PackSelections::PackSelections(const Catalog& catalog, Int128 mostMinutes, Work& work, std::optional<Ratio> below)
    : catalog_(catalog), mostMinutes_(mostMinutes), work_(work) {
  const std::vector<Pack>& packs = catalog.packs;
  for (PackIndex i = 0; i < packs.size(); ++i) {
    bool dropped = below && rateOf(packs[i]) >= *below;
    for (PackIndex other = 0; other < packs.size() && !dropped; ++other) dropped = isNeverBetter(packs, i, other);
    if (!dropped) kinds_.push_back(i);
  }
  for (const PackIndex i : kinds_) {
    const auto order = base_ ? rateOf(packs[i]) <=> rateOf(packs[*base_]) : std::strong_ordering::less;
    if (order < 0 || (order == 0 && packs[i].minutes > packs[*base_].minutes)) base_ = i;
  }
  if (empty()) return;
  std::erase(kinds_, *base_);
  table_.resize(64);
  list({});
}

PackSelection PackSelections::plus(std::size_t position, PackIndex kind) const {
  const PackSelection& selection = listed_[position];
  const Pack& pack = catalog_.packs[kind];
  const std::int64_t size = base().minutes.value;
  PackSelection grown = selection;
  grown.minutes += pack.minutes.value;
  grown.price += pack.price.value;
  grown.packs += 1;
  grown.smallest = std::min(grown.smallest, pack.minutes.value);
  grown.whole = grown.minutes / size;
  grown.rest = grown.minutes % size;
  // No more than the price, which is at least the minutes at the base's rate.
  grown.restPrice = grown.price - grown.whole * base().price.value;
  // Never more than the base's price for all of them.
  grown.extra += extraOf(pack, base());
  grown.shortfall += size - pack.minutes.value;
  if (selection.quantity > 0 && selection.kind == kind) {
    grown.quantity += 1;
  } else {
    grown.beside = position;
    grown.kind = kind;
    grown.quantity = 1;
  }
  return grown;
}

// What is cheaper above the base's rate comes first; among equals what has fewer packs for its minutes, so that of
// selections with one rest the better is always listed before the worse.
bool PackSelections::isFirst(const Candidate& a, const Candidate& b) {
  if (a.extra != b.extra) return a.extra < b.extra;
  if (a.shortfall != b.shortfall) return a.shortfall < b.shortfall;
  return a.beside != b.beside ? a.beside < b.beside : a.kind < b.kind;
}

bool PackSelections::listNext() {
  while (!candidates_.empty()) {
    const Candidate next = popHeap(candidates_, isFirst);
    work_.count(64);
    const PackSelection selection = plus(next.beside, next.kind);
    if (!isWorthListing(selection)) continue;
    list(selection);
    return true;
  }
  return false;
}

// Only what is listed is grown: what replaces a part replaces it in the whole as well. Kinds are added in the order of
// the price list, so that no selection is made in two ways.
void PackSelections::grow(std::size_t position) {
  // A pack added to minutes that cover every need is left out again.
  if (listed_[position].minutes >= mostMinutes_) return;
  for (const PackIndex kind : kinds_) {
    if (listed_[position].quantity > 0 && kind < listed_[position].kind) continue;
    work_.count(16);
    const PackSelection grown = plus(position, kind);
    if (grown.price > mostPrice || !isWorthListing(grown)) continue;
    pushHeap(candidates_,
             {grown.extra, grown.shortfall, static_cast<std::uint32_t>(position), static_cast<std::uint32_t>(kind)},
             isFirst);
  }
  if (candidates_.size() >= mostCandidates || listed_.size() >= mostSelections) Work::refuse();
}

void PackSelections::list(const PackSelection& selection) {
  Listed& same = listedOf(selection.rest);
  if (same.rest < 0) {
    same = {selection.rest, selection.whole, listed_.size()};
    if (2 * ++rests_ > table_.size()) growTable();
  } else {
    same.leastWhole = std::min(same.leastWhole, selection.whole);
    same.last = listed_.size();
  }
  if (selection.whole == 0) addStair(selection);
  listed_.push_back(selection);
  grow(listed_.size() - 1);
}

// Everything listed costs no more above the base's rate. So what is listed of the same rest, with as many whole base
// packs or fewer, has the same minutes for no more once they are added - and for less, or for as much with fewer packs,
// unless all of that is equal.
bool PackSelections::isWorthListing(const PackSelection& selection) {
  // Another base pack would have more minutes for less.
  if (selection.restPrice > base().price.value) return false;
  const std::size_t larger = stairFrom(selection.rest);
  if (larger < stairs_.size() && stairs_[larger].price < selection.restPrice) return false;
  const Listed& same = listedOf(selection.rest);
  if (same.rest < 0 || selection.whole < same.leastWhole) return true;
  const PackSelection& last = listed_[same.last];
  if (last.extra != selection.extra || last.shortfall != selection.shortfall) return false;
  // What has more whole base packs does not fit every need that this one fits.
  return selection.whole < last.whole || hasMoreOfFirst(selection, last);
}

// Whether `selection` has more of the kind listed first than `other`, both filled up with base packs to equal minutes.
bool PackSelections::hasMoreOfFirst(const PackSelection& selection, const PackSelection& other) const {
  // Both from their last kind on: the difference met last is the one that counts.
  const std::int64_t baseMore = other.whole - selection.whole;
  std::optional<std::pair<PackIndex, bool>> first;
  if (baseMore != 0) first = {*base_, baseMore > 0};
  const PackSelection *a = &selection, *b = &other;
  while (a->quantity > 0 || b->quantity > 0) {
    const bool fromA = a->quantity > 0 && (b->quantity == 0 || a->kind >= b->kind);
    const bool fromB = b->quantity > 0 && (a->quantity == 0 || b->kind >= a->kind);
    if (fromA && fromB && a->beside == b->beside && a->quantity == b->quantity) return first && first->second;
    const PackIndex kind = fromA ? a->kind : b->kind;
    const std::int64_t more = (fromA ? a->quantity : 0) - (fromB ? b->quantity : 0);
    if (more != 0 && (!first || kind < first->first)) first = {kind, more > 0};
    if (fromA) a = &listed_[a->beside];
    if (fromB) b = &listed_[b->beside];
  }
  return first && first->second;
}

PackSelections::Listed& PackSelections::listedOf(std::int64_t rest) {
  const std::size_t mask = table_.size() - 1;
  const auto mixed = static_cast<std::uint64_t>(rest) * 0x9E37'79B9'7F4A'7C15U;
  std::size_t place = static_cast<std::size_t>(mixed >> 32) & mask;
  while (table_[place].rest >= 0 && table_[place].rest != rest) place = (place + 1) & mask;
  return table_[place];
}

void PackSelections::growTable() {
  std::vector<Listed> old(2 * table_.size());
  old.swap(table_);
  for (const Listed& listed : old) {
    if (listed.rest >= 0) listedOf(listed.rest) = listed;
  }
}

std::size_t PackSelections::stairFrom(std::int64_t rest) const {
  std::size_t from = 0, to = stairs_.size();
  while (from < to) {
    const std::size_t middle = (from + to) / 2;
    if (stairs_[middle].rest < rest) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return from;
}

void PackSelections::addStair(const PackSelection& selection) {
  const std::size_t to = stairFrom(selection.rest + 1);
  std::size_t from = to;
  while (from > 0 && stairs_[from - 1].price >= selection.restPrice) --from;
  stairs_.erase(stairs_.begin() + static_cast<std::ptrdiff_t>(from), stairs_.begin() + static_cast<std::ptrdiff_t>(to));
  if (stairs_.size() < mostStairs)
    stairs_.insert(stairs_.begin() + static_cast<std::ptrdiff_t>(from), {selection.rest, selection.restPrice});
}

std::vector<std::int64_t> PackSelections::quantities(std::size_t position, std::int64_t basePacks) const {
  std::vector<std::int64_t> quantities(catalog_.packs.size(), 0);
  quantities[*base_] = basePacks;
  for (const PackSelection* part = &listed_[position]; part->quantity > 0; part = &listed_[part->beside])
    quantities[part->kind] = part->quantity;
  return quantities;
}

}  // namespace prorata
