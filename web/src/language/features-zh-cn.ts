import type { features as english } from "./features-en.ts";

export const features: typeof english = {
  heading: "各套餐包功能",
  feature: "功能",
  absent: "不含",
  offers: { included: "包含", "limited-free": "限时免费" },
  names: {
    "media-encryption": "媒体流加密",
    "media-player": "媒体播放器",
    "channel-query": "频道查询",
    "audio-3a": "音频 3A",
    "local-recording": "本地录制",
    "low-light-enhancement": "暗光增强",
    "color-enhancement": "色彩增强",
    "video-denoising": "视频降噪",
    "super-resolution": "超级分辨率",
    "virtual-background": "虚拟背景",
    "sticker-effects": "贴纸特效",
    "ai-noise-suppression": "AI 降噪",
    "spatial-audio": "空间音频",
    "virtual-sound-card": "虚拟声卡",
    "advanced-beauty": "高级美颜",
  },
};
