#pragma once

#include <cstddef>
#include <utility>
#include <vector>

/// One small sort and one small heap, for the module a page loads: the standard library's weigh several kilobytes for
/// each type they sort. Neither keeps the order of equals, so `before` decides between any two that differ.
namespace prorata {

/// Moves the item at `at` down until nothing below it comes later: the last by `before` stands on top.
template <class Item, class Before>
void siftDown(std::vector<Item>& heap, std::size_t at, std::size_t size, Before before) {
  Item item = std::move(heap[at]);
  for (std::size_t child = 2 * at + 1; child < size; child = 2 * at + 1) {
    if (child + 1 < size && before(heap[child], heap[child + 1])) ++child;
    if (!before(item, heap[child])) break;
    heap[at] = std::move(heap[child]);
    at = child;
  }
  heap[at] = std::move(item);
}

/// Heap sort: whatever is sorted, n log n.
template <class Item, class Before>
void sort(std::vector<Item>& items, Before before) {
  for (std::size_t at = items.size() / 2; at-- > 0;) siftDown(items, at, items.size(), before);
  for (std::size_t size = items.size(); size-- > 1;) {
    std::swap(items[0], items[size]);
    siftDown(items, 0, size, before);
  }
}

/// `heap` holds its first by `before` in front.
template <class Item, class Before>
void pushHeap(std::vector<Item>& heap, Item item, Before before) {
  std::size_t at = heap.size();
  heap.push_back(item);
  for (; at > 0 && before(item, heap[(at - 1) / 2]); at = (at - 1) / 2) heap[at] = std::move(heap[(at - 1) / 2]);
  heap[at] = std::move(item);
}

template <class Item, class Before>
Item popHeap(std::vector<Item>& heap, Before before) {
  std::swap(heap.front(), heap.back());
  Item first = std::move(heap.back());
  heap.pop_back();
  if (!heap.empty()) siftDown(heap, 0, heap.size(), [&](const Item& a, const Item& b) { return before(b, a); });
  return first;
}

}  // namespace prorata
