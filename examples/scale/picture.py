"""How the change is distributed over those who pay, as SVG."""

WIDTH, HEIGHT, MARGIN = 720, 300, 44
COLOURS = {"basic": "#2f6fb7", "premium": "#d98a1f", "flagship": "#5b9a4b"}


def picture(changes, bin_size):
    """`changes`: accounts by "plan bin"; a bin is `bin_size` minor units wide. A bar a bin, its plans on each other."""
    bars = {}
    for key, (count,) in changes.items():
        plan, index = key.split()
        if plan in COLOURS:
            bars.setdefault(int(index), {})[plan] = count
    first, last = min(bars), max(bars)
    highest = max(sum(bar.values()) for bar in bars.values())
    step = (WIDTH - 2 * MARGIN) / (last - first + 1)
    scale = (HEIGHT - 2 * MARGIN) / highest
    base = HEIGHT - MARGIN

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
        "<title>Accounts by how much more or less they pay next month</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
    ]
    for index, bar in sorted(bars.items()):
        top = base
        for plan, colour in COLOURS.items():
            height = bar.get(plan, 0) * scale
            if height == 0:
                continue
            top -= height
            x = MARGIN + (index - first) * step
            parts.append(f'<rect x="{x:.2f}" y="{top:.2f}" width="{step * 0.9:.2f}" height="{height:.2f}" fill="{colour}"/>')
    parts.append(f'<line x1="{MARGIN}" y1="{base}" x2="{WIDTH - MARGIN}" y2="{base}" stroke="#333"/>')
    every = max(1, round((last - first + 1) / 10))
    for index in range(first, last + 2, every):
        x = MARGIN + (index - first) * step
        label = f"{index * bin_size / 100:+.0f}" if index else "0"
        parts.append(f'<text x="{x:.2f}" y="{base + 16}" text-anchor="middle">{label}</text>')
    parts.append(f'<text x="{WIDTH / 2}" y="{HEIGHT - 8}" text-anchor="middle">change a month, yuan</text>')
    parts.append(f'<text x="{MARGIN}" y="{MARGIN - 8}">the highest bar: {highest:,} accounts</text>')
    for i, (plan, colour) in enumerate(COLOURS.items()):
        x = WIDTH - MARGIN - 90 * (len(COLOURS) - i)
        parts.append(f'<rect x="{x}" y="14" width="12" height="12" fill="{colour}"/>')
        parts.append(f'<text x="{x + 17}" y="24">{plan}</text>')
    return "\n".join([*parts, "</svg>", ""])
