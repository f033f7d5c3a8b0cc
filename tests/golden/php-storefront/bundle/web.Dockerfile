# Image web, written by assessor. Build it with `docker compose build`.
# composer.json:16
FROM php:8.2-apache

RUN apt-get update \
 && apt-get install -y --no-install-recommends cron \
 && rm -rf /var/lib/apt/lists/* \
 && docker-php-ext-install -j"$(nproc)" mysqli pdo_mysql

RUN a2enmod rewrite

RUN printf '<Directory /srv/www/storefront/>\n\tOptions -Indexes\n\tAllowOverride All\n\tRequire all granted\n</Directory>\n' \
      > /etc/apache2/conf-available/application.conf \
 && a2enconf application

RUN cp "$PHP_INI_DIR/php.ini-production" "$PHP_INI_DIR/php.ini"

WORKDIR /srv/www/storefront
COPY . /srv/www/storefront
RUN mkdir -p /srv/storefront/export /srv/storefront/import /srv/www/storefront/htdocs/uploads /var/lib/storefront/sessions /var/log/storefront \
 && chown -R www-data:www-data /srv/storefront/export /srv/storefront/import /srv/www/storefront/htdocs/uploads /var/lib/storefront/sessions /var/log/storefront

EXPOSE 80
