// Optimises beside the page, which stays free to be used meanwhile.
import { type Question, replyTo } from "./schedule-reply.ts";

addEventListener("message", async ({ data }: MessageEvent<Question>) => postMessage(await replyTo(data)));
