"""Ruby."""

from facts_of import facts_of

from assessor.extract.descriptors.ruby import DESCRIPTOR


def test_gemfile() -> None:
    text = """source 'https://rubygems.org'
ruby '2.7.4'
gem 'rails', '~> 5.2'
gem "pg"
group :development, :test do
  gem 'rspec-rails'
end
gem 'sidekiq', group: :production
"""
    assert facts_of(DESCRIPTOR, text, "Gemfile") == [
        "2 Trait runtime.version name=ruby,version=2.7.4",
        "3 Library rails gem ~> 5.2 runtime",
        "4 Library pg gem runtime",
        "6 Library rspec-rails gem development",
        "8 Library sidekiq gem runtime",
    ]


def test_schema() -> None:
    text = """ActiveRecord::Schema.define(version: 1) do
  enable_extension "plpgsql"
end
"""
    assert facts_of(DESCRIPTOR, text, "db/schema.rb") == [
        "2 Trait sql.dialect name=postgres",
        "2 Trait sql.extension name=plpgsql",
    ]


def test_puma() -> None:
    text = """port ENV.fetch("PORT") { 3000 }
"""
    assert facts_of(DESCRIPTOR, text, "config/puma.rb") == [
        "1 Port 3000 tcp puma",
        "1 Trait config.environment default=3000,key=port,name=PORT",
    ]


def test_schedule() -> None:
    text = """every 1.day, at: '4:30 am' do
  rake "digest:send"
end
"""
    assert facts_of(DESCRIPTOR, text, "config/schedule.rb") == [
        "1 Process rake digest send rake \"digest:send\" job 1.day, at: '4:30 am'",
        "1 Trait scheduler.cron command=rake \"digest:send\",schedule=1.day, at: '4:30 am'",
    ]


def test_rack() -> None:
    text = """run App
"""
    assert facts_of(DESCRIPTOR, text, "config.ru") == [
        "1 Artifact rack main!",
    ]


def test_broken() -> None:
    text = """end
end
"""
    assert facts_of(DESCRIPTOR, text, "Gemfile") == []
