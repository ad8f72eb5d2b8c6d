/** What plans offer besides minutes. A name not known here is shown as the price list has it. */
export const features = {
  heading: "Features of the plans",
  feature: "Feature",
  absent: "Not included",
  offers: { included: "Included", "limited-free": "Free for a limited time" },
  names: {
    "media-encryption": "Media encryption",
    "media-player": "Media player",
    "channel-query": "Channel queries",
    "audio-3a": "3A audio processing",
    "local-recording": "Local recording",
    "low-light-enhancement": "Low-light enhancement",
    "color-enhancement": "Colour enhancement",
    "video-denoising": "Video denoising",
    "super-resolution": "Super resolution",
    "virtual-background": "Virtual background",
    "sticker-effects": "Sticker effects",
    "ai-noise-suppression": "AI noise suppression",
    "spatial-audio": "Spatial audio",
    "virtual-sound-card": "Virtual sound card",
    "advanced-beauty": "Advanced beauty filters",
  } as Record<string, string>,
};
