export { default } from "@sveltia/cms"
