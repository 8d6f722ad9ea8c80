# docker build -t fengong . ; docker run --rm -v "$PWD:/data" fengong parse 通知.docx -o 任务.xlsx
FROM node:24.21.0-slim AS build
WORKDIR /build
COPY . .
RUN npm ci --ignore-scripts && npm run -s build && npm pack --ignore-scripts --silent

FROM node:24.21.0-slim
COPY --from=build /build/fengong-*.tgz /tmp/
RUN npm install --global --omit=dev --ignore-scripts /tmp/fengong-*.tgz && rm /tmp/fengong-*.tgz
USER node
WORKDIR /data
ENTRYPOINT ["fengong"]
